package innovation.points.datasets.reading.header;

import innovation.points.datasets.reading.sheet.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to tell the name of a column from what stands beside it.
 *
 * @param base the name: in one width, lower case, without spaces and stars
 * @param remarks what was taken off it, without brackets
 */
record HeaderName(String base, List<String> remarks) {

  private static final Pattern MARKS =
      Pattern.compile("[*★※▲]|\\((必填项?|选填项?)\\)|[:;]$|(?<=[^)])(必填项?|选填项?)$");
  private static final Pattern NUMBERING =
      Pattern.compile("^(\\(?[0-9一二三四五六七八九十]{1,2}[)、.]|[①-⑳]|0[1-9]|[a-z](?=\\p{IsHan}))(?=\\D)");
  private static final Pattern OWNER = Pattern.compile("^企业(?=.)");
  private static final Pattern LAST_BRACKET = Pattern.compile("(.+)\\(([^()]*)\\)");
  private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern UNIT_BEHIND =
      Pattern.compile("(.+?)[-/_:,、·]?(?:单位[:为]?)?((人民币)?(十|百|千|万|十万|百万|千万|亿|十亿)?(美元|元|美金))");
  private static final Pattern DIVIDED = Pattern.compile("(.+?)[-—_:/、,]+(.+)");
  private static final Pattern BEFORE =
      Pattern.compile("((?:20[0-9]{2}年?度?|[本当今上去前]一?年度?|本期|上期|预计|预测|预算|计划|累计|本年累计|其中:?)的?)(.+)");

  /** 2025 before 年末职工总数. */
  private static final Pattern YEAR_BEFORE = Pattern.compile("(20[0-9]{2})(年[初末].+)");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(.+?)((?:20[0-9]{2}年?度?(?:1月?[-—–~至到]+12月)?|[0-9]{1,2}月?[-—–~至到]+[0-9]{1,2}月|[本当今上去前]一?年度?|本期|上期|全年)(?:同期)?(?:数|金额|发生额|实际数?|值)?"
              + "|(?:同比|环比)?(?:增长率?|增幅|增速)%?|(?:同比|环比).*|占比.*|累计数?|预计数?|预算数?|计划数?|金额|数额|合计|总计|总额)");

  HeaderName {
    remarks = List.copyOf(remarks);
  }

  /** In one width, lower case, round brackets, without spaces, stars and numbers before it. */
  static String normalized(String header) {
    String compact = CellText.compact(header).toLowerCase(Locale.ROOT);
    StringBuilder round = new StringBuilder(compact.length());
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      round.append("[【〔「『<《{〈".indexOf(c) >= 0 ? '(' : "]】〕」』>》}〉".indexOf(c) >= 0 ? ')' : c);
    }
    String bare = MARKS.matcher(round).replaceAll("");
    return NUMBERING.matcher(bare).replaceFirst("");
  }

  /** All ways to read a header, the plainest first. */
  static List<HeaderName> readings(String header) {
    String whole = normalized(header);
    List<HeaderName> names = new ArrayList<>();
    names.add(new HeaderName(whole, List.of()));
    String bare = OWNER.matcher(whole).replaceFirst("");
    if (!bare.equals(whole)) {
      names.addAll(readings(bare));
    }
    List<String> remarks = new ArrayList<>();
    String base = whole;
    for (Matcher m = LAST_BRACKET.matcher(base); m.matches(); m = LAST_BRACKET.matcher(base)) {
      base = m.group(1);
      remarks.add(m.group(2));
      names.add(new HeaderName(base, remarks));
    }
    String without = whole;
    List<String> inside = new ArrayList<>();
    for (Matcher m = BRACKET.matcher(without); m.find(); m = BRACKET.matcher(without)) {
      inside.add(m.group(1));
      without = m.replaceFirst("");
    }
    if (!inside.isEmpty() && !without.isEmpty() && !without.equals(base)) {
      names.add(new HeaderName(without, inside));
    }
    for (HeaderName name : List.copyOf(names)) {
      taken(UNIT_BEHIND, name, 1, 2).ifPresent(names::add);
    }
    for (HeaderName name : List.copyOf(names)) {
      taken(DIVIDED, name, 1, 2).ifPresent(names::add);
      taken(DIVIDED, name, 2, 1).ifPresent(names::add);
      taken(BEFORE, name, 2, 1).ifPresent(names::add);
      taken(YEAR_BEFORE, name, 2, 1).ifPresent(names::add);
      taken(BEHIND, name, 1, 2).ifPresent(names::add);
      taken(BEFORE, name, 2, 1).flatMap(n -> taken(BEHIND, n, 1, 2)).ifPresent(names::add);
    }
    return names;
  }

  private static java.util.Optional<HeaderName> taken(
      Pattern pattern, HeaderName name, int base, int remark) {
    Matcher m = pattern.matcher(name.base());
    if (!m.matches()) {
      return java.util.Optional.empty();
    }
    List<String> remarks = new ArrayList<>(name.remarks());
    remarks.add(m.group(remark));
    return java.util.Optional.of(new HeaderName(m.group(base), remarks));
  }
}
