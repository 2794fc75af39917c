package innovation.points.datasets.reading.header;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of which time a figure is, compared with the year of its file. */
public enum Period {
  /** Nothing is said of it. */
  UNSAID,
  /** The file's year. */
  OURS,
  /** Another year, or a part of one. */
  OTHER,
  /** Several years, the file's among them as far as that is said. */
  SEVERAL;

  private static final Pattern YEARS = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
  private static final Pattern NUMERALS = Pattern.compile("[二][〇零○][一二三四][〇零○一二三四五六七八九](?=年)");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![0-9一二三四五六七八九十第])([12][0-9])年(?![以内间])");
  private static final Pattern YEAR_AND_MONTH =
      Pattern.compile("(20[0-9]{2})[-./]?(?:0[1-9]|1[0-2])?(?:\\.0)?");
  private static final Pattern RANGE =
      Pattern.compile("20[0-9]{2}年?度?(?: ?[-—–~至到]+ ?|[、,/和与及])20[0-9]{2}(?![0-9])(?![-./][0-9])");

  /** 2024.7-2025.6, a business year that is not the calendar's. */
  private static final Pattern OVER_NEW_YEAR =
      Pattern.compile(
          "(20[0-9]{2})[-./年] ?[01]?[0-9]月? ?[-—–~至到]+ ?(?!\\1)20[0-9]{2}[-./年] ?[01]?[0-9](?![0-9])");

  private static final Pattern LAST_YEARS =
      Pattern.compile("(最?近|过去|连续)[两二三四五2-5]个?年|[三五]年来|历年|十[三四五]五(期间|时期|以来)|[两三]个?年度");
  private static final Pattern THIS =
      Pattern.compile("(本|当|今|该)年度?(数|金额|发生额|实际数?|值)?|本(期|年)(数|金额|发生额)?|全年数?|年度数?");
  private static final Pattern LAST =
      Pattern.compile("(上|去|前|往|次|明|下)一?年(度|同期)?|上年|上期|同期|期初数?(?!净)|年初数");
  private static final Pattern WHOLE =
      Pattern.compile(
          "1月?[-—–~至到]+12月|12月31日|12[-./]31|截[至止]到?12月[底末份]?|一[至到]十二月"
              + "|第?[一1](季度)?[-—–~至到]+第?[四4]季度");

  /** 2025.01-2025.12, 2025年1月至2025年12月. */
  private static final Pattern TWELVE_MONTHS =
      Pattern.compile(
          "(20[0-9]{2})[-./年]0?1月?(?:[./]1|1日)? ?[-—–~至到]+ ?(?:\\1[-./年])?12月?(?![-./0-9])");

  private static final Pattern PART =
      Pattern.compile(
          "[0-9]{1,2}月|[一二三四1-4]季度?|季度|(?<![A-Za-z])[Qq][1-4](?![0-9])|(?<![A-Za-z])[Hh][12](?![0-9])|[上下]半年|半年|月度|[一二三四五六七八九十]+月(?!份?报)");

  /** 202411 and 20241105, as programs put them into the names of files. */
  private static final Pattern STAMP =
      Pattern.compile("(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])?(?![0-9年月])");

  private static final Pattern FISCAL_YEAR =
      Pattern.compile("(?i)(?<![a-z])fy ?'?(?:20)?([0-9]{2})(?![0-9])");
  private static final Pattern PAPERS = Pattern.compile("[〔\\[(【]20[0-9]{2}[〕\\])】] ?[0-9]+ ?号");
  private static final String MONTH = "(?:1[0-2]|0?[1-9])";
  private static final String DAY = "(?:3[01]|[12][0-9]|0?[1-9])";
  private static final Pattern DATES =
      Pattern.compile(
          "20[0-9]{2} ?年 ?"
              + MONTH
              + " ?月 ?"
              + DAY
              + " ?日?|20[0-9]{2}([-./])"
              + MONTH
              + "\\1"
              + DAY
              + "(?![0-9])");

  /** Behind this stands the day on which the data end: 截至, or the day on which they begin. */
  private static final Pattern UNTIL =
      Pattern.compile("(?:截[至止]到?|止于)(?:日期?)?[:为 ]*$|[0-9日号] ?[-—–~至到]+ ?$");

  /** What a remark beside a column's name says, such as 上年 or 2025年度. */
  static Period ofRemark(String text, int year) {
    return of(text, year);
  }

  /** What a title, or the name of a sheet or file, says of the table under it. */
  static Period ofTitle(String text, int year) {
    String bare = stamped(PAPERS.matcher(text).replaceAll(""), year);
    Matcher date = DATES.matcher(bare);
    StringBuilder rest = new StringBuilder();
    while (date.find()) {
      boolean endOfYear = date.group().matches(".*12 ?[-月./] ?31 ?日?");
      boolean until = UNTIL.matcher(bare.substring(0, date.start())).find();
      if (until && !endOfYear && date.group().startsWith(Integer.toString(year))) {
        return OTHER; // nine months, or the state in September
      }
      date.appendReplacement(
          rest, endOfYear ? Matcher.quoteReplacement(date.group().substring(0, 4) + "年") : "");
    }
    return of(date.appendTail(rest).toString(), year);
  }

  /** A stamp of an earlier year says of which year the data can be at most; a later one nothing. */
  private static String stamped(String text, int year) {
    String fiscal = FISCAL_YEAR.matcher(text).replaceAll("20$1年");
    return STAMP
        .matcher(fiscal)
        .replaceAll(
            stamp -> {
              int of = Integer.parseInt(stamp.group(1));
              boolean closes = of == year && stamp.group(2).equals("12");
              return of < year || closes ? of + "年" : "";
            });
  }

  /** What a cell says that stands in a column of years or periods: 2024, 202412, 2024-12-31. */
  public static Period ofCell(String text, int year) {
    Matcher month = YEAR_AND_MONTH.matcher(text.strip());
    Matcher date = DATES.matcher(text.strip());
    boolean whole = month.matches() || date.matches();
    return ofTitle(whole ? text.strip().substring(0, 4) + "年" : text, year);
  }

  /** With years in digits: 二〇二四年 and 24年 are 2024年. */
  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    Matcher years = NUMERALS.matcher(text);
    while (years.find()) {
      StringBuilder year = new StringBuilder();
      years
          .group()
          .chars()
          .forEach(c -> year.append("零○Ｏ".indexOf(c) >= 0 ? 0 : "〇一二三四五六七八九".indexOf(c)));
      years.appendReplacement(digits, year.toString());
    }
    String plain = SHORT_YEAR.matcher(years.appendTail(digits)).replaceAll("20$1年");
    return TWELVE_MONTHS.matcher(plain).replaceAll("$1年1-12月");
  }

  private static Period of(String written, int year) {
    String text = digits(written);
    if (OVER_NEW_YEAR.matcher(text).find()) {
      return OTHER;
    }
    if (RANGE.matcher(text).find()) {
      return text.contains(Integer.toString(year)) ? SEVERAL : OTHER;
    }
    if (LAST_YEARS.matcher(text).find()) {
      return SEVERAL;
    }
    boolean whole = WHOLE.matcher(text).find();
    String bare = WHOLE.matcher(text).replaceAll("");
    if (PART.matcher(bare).find()) {
      return OTHER;
    }
    boolean other = false;
    boolean ours = false;
    Matcher years = YEARS.matcher(bare);
    while (years.find()) {
      boolean same = Integer.parseInt(years.group(1)) == year;
      ours |= same;
      other |= !same;
    }
    if (LAST.matcher(bare).find()) {
      return OTHER;
    }
    if (ours || (whole && !other)) {
      return other ? UNSAID : OURS;
    }
    if (other) {
      return OTHER;
    }
    return THIS.matcher(bare).find() ? OURS : UNSAID;
  }
}
