package innovation.points.datasets.reading.header;

import innovation.points.datasets.reading.container.CellText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a column without what does not matter: widths, spaces, stars, （必填）, and the unit
 * apart.
 *
 * @param whole with its unit
 * @param base without it
 * @param unit as written, without brackets; empty where there is none
 */
record HeaderName(String whole, String base, String unit) {

  /** Longest first: 万元 ends in 元. */
  private static final List<String> MONEY =
      List.of("百万美元", "百万元", "万美元", "亿美元", "千美元", "万元", "千元", "亿元", "美元", "元");

  private static final Set<String> COUNTS =
      Set.of("人", "名", "个", "件", "项", "家", "次", "万人", "千人", "百人", "%");

  private static final Pattern MARKS = Pattern.compile("[*★]|[(\\[]?(必填|选填|必填项|选填项)[)\\]]|:$");
  private static final Pattern BRACKET = Pattern.compile("(.+?)[(\\[]([^()\\[\\]]*)[)\\]]");
  private static final Pattern UNIT_WORDS = Pattern.compile("^单位:?|人民币|rmb");
  private static final Pattern DECLARED = Pattern.compile("单位:?(人民币)?([百千万亿]?美?元)");

  static HeaderName of(String header) {
    String compact =
        CellText.compact(header).toLowerCase(Locale.ROOT).replace('【', '[').replace('】', ']');
    String whole = MARKS.matcher(compact).replaceAll("");
    Matcher bracket = BRACKET.matcher(whole);
    if (bracket.matches()) {
      String unit = UNIT_WORDS.matcher(bracket.group(2)).replaceAll("");
      return new HeaderName(whole, bracket.group(1), unit);
    }
    for (String unit : MONEY) {
      if (whole.length() > unit.length() && whole.endsWith(unit)) {
        String base = whole.substring(0, whole.length() - unit.length());
        return new HeaderName(whole, base.replaceAll("[-/_:,、]$", ""), unit);
      }
    }
    return new HeaderName(whole, whole, "");
  }

  /** A unit such as 单位：万元 that a title row declares for the whole table; else empty. */
  static String declaredUnit(String title) {
    Matcher declared = DECLARED.matcher(CellText.compact(title).toLowerCase(Locale.ROOT));
    return declared.find() ? declared.group(2) : "";
  }

  /**
   * Whether figures in the one unit would be taken for figures in the other: 元 for 万元. What is no
   * unit at all (a remark in brackets) does not contradict.
   */
  static boolean contradicts(String found, String expected) {
    if (found.isEmpty() || found.equals(expected)) {
      return false;
    }
    if (MONEY.contains(found)) {
      return true;
    }
    boolean many = found.endsWith("人") && found.length() > 1;
    return COUNTS.contains(found) && (many || found.equals("%") || MONEY.contains(expected));
  }

  static boolean money(String unit) {
    return MONEY.contains(unit);
  }
}
