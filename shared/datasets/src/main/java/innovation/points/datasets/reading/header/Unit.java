package innovation.points.datasets.reading.header;

import innovation.points.datasets.reading.sheet.CellText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit of a figure.
 *
 * @param name as people write it: 万元
 * @param kind what it counts
 * @param power of ten of one such unit: 4 for 万元
 */
public record Unit(String name, Kind kind, int power) {

  /** What a unit counts. */
  public enum Kind {
    RENMINBI,
    DOLLAR,
    /** A currency into which nothing is converted. */
    OTHER_CURRENCY,
    /** The currency alone, without how much of it. */
    RENMINBI_ALONE,
    /** Things or persons. */
    COUNT,
    SHARE,
    /** 万 or 亿 alone, of which nobody knows what. */
    MULTIPLIER
  }

  private static final Map<String, Integer> POWERS =
      Map.of("十", 1, "百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8, "十亿", 9, "百亿", 10);
  private static final Set<String> RENMINBI = Set.of("元", "元整", "圆", "元人民币", "块", "块钱");
  private static final Set<String> DOLLAR = Set.of("美元", "美金", "usd", "$", "美圆");
  private static final Set<String> OTHERS =
      Set.of(
          "欧元", "港币", "港元", "日元", "英镑", "韩元", "澳元", "加元", "新币", "台币", "卢布", "瑞郎", "eur", "hkd",
          "jpy", "gbp", "外币", "本币");
  private static final Set<String> COUNTS =
      Set.of("人", "名", "个", "件", "项", "家", "次", "户", "位", "人次", "套", "份", "篇", "年");
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("yuan", "元"),
          Map.entry("'000", "千元"),
          Map.entry("thousand", "千元"),
          Map.entry("thousandyuan", "千元"),
          Map.entry("10,000", "万元"),
          Map.entry("10000", "万元"),
          Map.entry("tenthousand", "万元"),
          Map.entry("tenthousandyuan", "万元"),
          Map.entry("million", "百万元"),
          Map.entry("millionyuan", "百万元"));
  private static final String MULTIPLES = "十万|百万|千万|十亿|百亿|十|百|千|万|亿";
  private static final Pattern FORM = Pattern.compile("(" + MULTIPLES + ")?(.*)");
  private static final Pattern BEFORE =
      Pattern.compile("^(金额|货币|计量)?单位[:为是]?|^金额[:为]|^(人民币|rmb|cny|¥|￥)[:/]?(?=.)|^以(?=.*(计|为单位)$)");
  private static final Pattern AFTER = Pattern.compile("(/年|每年|/年度|计|为单位|/?(人民币|rmb|cny))$");

  /** Reads 万元, 人民币万元, 单位：元, 元/年, %; none where the text is no unit. */
  public static Optional<Unit> of(String text) {
    String word =
        CellText.compact(text)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[()\\[\\]]", "")
            .replace('仟', '千')
            .replace('佰', '百');
    if (word.equals("人民币") || word.equals("rmb") || word.equals("cny")) {
      return Optional.of(new Unit(word.toUpperCase(Locale.ROOT), Kind.RENMINBI_ALONE, 0));
    }
    String english = ENGLISH.get(word.replaceFirst("^(in)?(rmb|cny)", ""));
    if (english != null) {
      return of(english);
    }
    String bare = AFTER.matcher(BEFORE.matcher(word).replaceFirst("")).replaceFirst("");
    bare = BEFORE.matcher(bare).replaceFirst("");
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    if (bare.equals("%") || bare.equals("百分比") || bare.equals("‰")) {
      return Optional.of(new Unit(bare, Kind.SHARE, 0));
    }
    Matcher form = FORM.matcher(bare);
    if (!form.matches()) {
      return Optional.empty();
    }
    int power = form.group(1) == null ? 0 : POWERS.getOrDefault(form.group(1), 0);
    return kind(form.group(2), power).map(kind -> new Unit(name(text, kind), kind, power));
  }

  /** A figure's unit without the words around it. */
  private static String name(String text, Kind kind) {
    String word = CellText.compact(text).replaceAll("[()\\[\\]]", "");
    String bare = AFTER.matcher(BEFORE.matcher(word).replaceFirst("")).replaceFirst("");
    return kind == Kind.OTHER_CURRENCY ? word : BEFORE.matcher(bare).replaceFirst("");
  }

  private static Optional<Kind> kind(String noun, int power) {
    if (noun.isEmpty()) {
      return power > 0 ? Optional.of(Kind.MULTIPLIER) : Optional.empty();
    }
    if (RENMINBI.contains(noun)) {
      return Optional.of(Kind.RENMINBI);
    }
    if (DOLLAR.contains(noun)) {
      return Optional.of(Kind.DOLLAR);
    }
    if (OTHERS.contains(noun)) {
      return Optional.of(Kind.OTHER_CURRENCY);
    }
    return COUNTS.contains(noun) && !(noun.equals("年") && power == 0)
        ? Optional.of(Kind.COUNT)
        : Optional.empty();
  }

  /** Whether a table in this unit is in the other as well; 人民币 alone agrees with its multiples. */
  boolean agrees(Unit other) {
    boolean chinese =
        (kind == Kind.RENMINBI || kind == Kind.RENMINBI_ALONE)
            && (other.kind == Kind.RENMINBI || other.kind == Kind.RENMINBI_ALONE);
    boolean alone = kind == Kind.RENMINBI_ALONE || other.kind == Kind.RENMINBI_ALONE;
    boolean multiplier = kind == Kind.MULTIPLIER || other.kind == Kind.MULTIPLIER;
    return (chinese && alone) || ((multiplier || kind == other.kind) && power == other.power);
  }

  /** What it counts: persons, households, times, years, or things. */
  private char counts() {
    char noun = name.charAt(name.length() - 1);
    return switch (noun) {
      case '人', '名', '位' -> '人';
      case '户', '次', '年' -> noun;
      default -> '件';
    };
  }

  /** Whether it is an amount of money, of whichever currency. */
  public boolean money() {
    return switch (kind) {
      case RENMINBI, DOLLAR, OTHER_CURRENCY, RENMINBI_ALONE, MULTIPLIER -> true;
      case COUNT, SHARE -> false;
    };
  }

  /**
   * The unit of figures of which one column says how much of it and another which currency: 万元 and
   * 美元 are 万美元, 人民币 and 元 are 元.
   */
  public Unit with(Unit other) {
    if (kind == Kind.RENMINBI_ALONE) {
      return other;
    }
    boolean currency = other.kind == Kind.DOLLAR || other.kind == Kind.OTHER_CURRENCY;
    boolean amount = kind == Kind.RENMINBI || kind == Kind.MULTIPLIER;
    if (amount && currency && other.power == 0) {
      return new Unit(name.replaceFirst("元$", "") + other.name, other.kind, power);
    }
    if (kind == Kind.MULTIPLIER && other.kind == Kind.RENMINBI_ALONE) {
      return new Unit(name + "元", Kind.RENMINBI, power);
    }
    boolean behind = other.kind == Kind.RENMINBI || other.kind == Kind.MULTIPLIER;
    boolean before = kind == Kind.DOLLAR || kind == Kind.OTHER_CURRENCY;
    return behind && before && power == 0 ? other.with(this) : this;
  }

  /**
   * By which power of ten a figure in this unit is multiplied to be one in the other; none where it
   * is another quantity.
   */
  public OptionalInt shiftTo(Unit wanted) {
    if (kind == Kind.RENMINBI_ALONE) {
      return wanted.kind == Kind.RENMINBI ? OptionalInt.of(0) : OptionalInt.empty();
    }
    if (kind == Kind.MULTIPLIER) {
      boolean same = wanted.kind == Kind.RENMINBI && wanted.power == power;
      return same ? OptionalInt.of(0) : OptionalInt.empty();
    }
    boolean known =
        kind == Kind.RENMINBI
            || kind == Kind.DOLLAR
            || (kind == Kind.COUNT && (name.endsWith("个") || counts() == wanted.counts()));
    return known && kind == wanted.kind
        ? OptionalInt.of(power - wanted.power)
        : OptionalInt.empty();
  }
}
