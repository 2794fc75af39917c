package innovation.points.datasets.reading.cell;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day in any of the forms of contract §1. A time of day behind it is left out, unless a
 * time zone explains it: libraries write midnight in Beijing as 16:00 of the day before.
 */
final class DateReader {

  private static final String TIME =
      "(?:[T ] *([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]+)?)?"
          + " ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?";
  private static final Pattern FORMS =
      Pattern.compile(
          "([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})"
              + "|\\.([0-9]{1,2})\\.([0-9]{1,2})|([0-9]{2})([0-9]{2})"
              + "| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日)"
              + TIME);
  private static final Pattern UNLIMITED =
      Pattern.compile("长期(有效)?|永久(有效)?|至今|无(固定)?期限?|不限|在有效期内?|有效");
  private static final Pattern SEVERAL =
      Pattern.compile("(20|19)[0-9]{2}.{4,10}[-~～—–至到;；、]+(20|19)[0-9]{2}.*");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.0+)?");

  /** Bare day numbers count from 1949-10-01 on: a year such as 2025 is no day of 1905. */
  private static final LocalDate FIRST_SERIAL = LocalDate.of(1949, 10, 1);

  private static final LocalDate LAST_SERIAL = LocalDate.of(2100, 12, 31);
  private static final int FIRST_YEAR = 1800;

  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63]+");
  private static final Pattern WEEKDAY = Pattern.compile("[\\s(]*(星期|周|礼拜)[一二三四五六日天][\\s)]*$");
  private static final Pattern NUMERALS =
      Pattern.compile("([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日?");
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int BEIJING_MIDNIGHT = 16 * 3600;

  /** Before 1901 Shanghai was 8:05:43 ahead, and some programs still count so, or half so. */
  private static final int OLD_SHANGHAI_MIDNIGHT = BEIJING_MIDNIGHT - 343;

  private static final int LAST_MINUTE = 86_400 - 60;

  /** The end of a day as a text says it; a number so close to the next day is that day. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private DateReader() {}

  static Entry read(String title, SheetCell cell, boolean epoch1904) {
    Optional<Moment> moment =
        switch (cell) {
          case SheetCell.Day(LocalDate d, int second) -> Optional.of(new Moment(d, second));
          case SheetCell.Figure(double value) -> figure(value, epoch1904);
          case SheetCell.Formatted(double value, var _) -> figure(value, epoch1904);
          case SheetCell.Text(String text) -> text(CellText.narrow(CellText.trimmed(text)));
          default -> Optional.empty();
        };
    return moment
        .map(m -> entry(title, cell, m))
        .orElseGet(
            () ->
                Entry.bad(
                    ProblemCode.BAD_DATE,
                    "“%s”应为日期，如 2025-01-31，这里是“%s”；%s。"
                        .formatted(title, FileProblem.shortened(cell.shown()), todo(cell))));
  }

  private static String todo(SheetCell cell) {
    String text = CellText.compact(cell.shown());
    if (UNLIMITED.matcher(text).matches()) {
      return "没有这个日期请留空";
    }
    return SEVERAL.matcher(text).matches() ? "请只填一个日期，起止日期分两列填写" : "请按“年-月-日”写全后再传";
  }

  /** A day with a time of it, as written. */
  private record Moment(LocalDate day, int second) {}

  private static Entry entry(String title, SheetCell cell, Moment moment) {
    boolean next =
        moment.second() >= LAST_MINUTE
            || (moment.second() >= OLD_SHANGHAI_MIDNIGHT && moment.second() <= BEIJING_MIDNIGHT);
    if (!next) {
      return Entry.good(Value.of(moment.day()));
    }
    LocalDate meant = moment.day().plusDays(1);
    return new Entry.Repaired(
        Value.of(meant),
        "“%s”这里是“%s”，是写文件的程序按别的时区换算的，已按 %s 读取，请核对。"
            .formatted(title, FileProblem.shortened(cell.shown()), meant));
  }

  private static Optional<Moment> figure(double value, boolean epoch1904) {
    if (value >= 18_000_101 && value <= 99_991_231 && value == Math.rint(value)) {
      return text(Long.toString((long) value));
    }
    return serial(value, epoch1904);
  }

  private static Optional<Moment> serial(double value, boolean epoch1904) {
    return CellNumbers.day(value, epoch1904)
        .filter(day -> !day.isBefore(FIRST_SERIAL) && !day.isAfter(LAST_SERIAL))
        .map(day -> new Moment(day, CellNumbers.second(value)));
  }

  private static Optional<Moment> text(String text) {
    if (SERIAL.matcher(text).matches()) {
      return serial(Double.parseDouble(text), false);
    }
    String plain = numerals(DASHES.matcher(text).replaceAll("-"));
    Matcher form = FORMS.matcher(FORMS.matcher(plain).matches() ? plain : bare(plain));
    if (!form.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(form.group(1));
    for (int group = 2; group < 12; group += 2) {
      if (form.group(group) != null) {
        return day(year, form.group(group), form.group(group + 1))
            .flatMap(day -> moment(day, form));
      }
    }
    return Optional.empty();
  }

  /** Without the day of the week and blanks beside the signs; 号 is 日 in speech. */
  private static String bare(String text) {
    return WEEKDAY
        .matcher(text)
        .replaceFirst("")
        .replaceFirst("号$", "日")
        .replaceAll("\\s*([./年月-])\\s*", "$1");
  }

  private static Optional<Moment> moment(LocalDate day, Matcher form) {
    if (form.group(12) == null) {
      return Optional.of(new Moment(day, 0));
    }
    try {
      int second = form.group(14) == null ? 0 : Integer.parseInt(form.group(14));
      LocalTime time =
          LocalTime.of(Integer.parseInt(form.group(12)), Integer.parseInt(form.group(13)), second);
      String offset = form.group(15);
      if (offset == null && time.equals(END_OF_DAY)) {
        return Optional.of(new Moment(day, 0));
      }
      if (offset == null) {
        return Optional.of(new Moment(day, time.toSecondOfDay()));
      }
      LocalDate meant =
          day.atTime(time)
              .atOffset(ZoneOffset.of(offset))
              .withOffsetSameInstant(BEIJING)
              .toLocalDate();
      boolean next = meant.equals(day.plusDays(1));
      return Optional.of(next ? new Moment(day, BEIJING_MIDNIGHT) : new Moment(meant, 0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 二〇二〇年一月一日 with digits. */
  private static String numerals(String text) {
    Matcher form = NUMERALS.matcher(text);
    if (!form.matches()) {
      return text;
    }
    StringBuilder year = new StringBuilder();
    form.group(1).chars().forEach(c -> year.append(digit(c)));
    return "%s年%d月%d日".formatted(year, number(form.group(2)), number(form.group(3)));
  }

  private static int digit(int c) {
    return c == '零' || c == '○' ? 0 : "〇一二三四五六七八九".indexOf(c);
  }

  /** 1 to 99. */
  private static int number(String text) {
    int ten = text.indexOf('十');
    if (ten < 0) {
      return digit(text.charAt(text.length() - 1));
    }
    int tens = ten == 0 ? 1 : digit(text.charAt(ten - 1));
    return tens * 10 + (ten + 1 < text.length() ? digit(text.charAt(ten + 1)) : 0);
  }

  private static Optional<LocalDate> day(int year, String month, String day) {
    if (year < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
