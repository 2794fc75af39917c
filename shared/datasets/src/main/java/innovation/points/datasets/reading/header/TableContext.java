package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.sheet.CellText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is said of a table outside of its header: in the rows above it, in the name of its sheet, in
 * the name of its file.
 *
 * @param units of money, and multiples of things and persons, that are named, those nearest to the
 *     table only
 * @param place where: 第 1 行, 工作表名称, 文件名; empty where no unit is named
 * @param period of the table
 * @param periodText where that stands and what it says; empty where nothing is said
 * @param places all places that name such units, the nearest first
 * @param figures units that are said of single figures alone
 */
public record TableContext(
    List<Unit> units,
    String place,
    Period period,
    String periodText,
    List<Place> places,
    List<FigureUnit> figures) {

  static final TableContext NONE =
      new TableContext(List.of(), "", Period.UNSAID, "", List.of(), List.of());

  /**
   * A place that names units.
   *
   * @param name 第 1 行
   */
  public record Place(String name, List<Unit> units) {
    public Place {
      units = List.copyOf(units);
    }
  }

  static final String MONEY = "(?:人民币)?(?:十万|百万|千万|十亿|百|千|万|亿)?(?:美元|欧元|港元|港币|日元|英镑|元)";
  private static final String COUNTED = "(?:十万|百万|百|千|万)[人件个家户项]";
  private static final String ONE =
      "(?:" + MONEY + "|" + COUNTED + "|十万|百万|千万|十亿|百亿|千|万|亿|人|件|个|家|户|项|%)";

  /** What may follow a unit: a word that begins so, such as 元件, is none. */
  static final String END = "(?=$|[^\\p{IsHan}A-Za-z]|人民币|币种|计|填|整|列|制表)";

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:单位|金额|币种|人民币(?=\\s*:))(?:[(\\[]人民币[)\\]])?"
              + "(?:[\\s:为是均都=_—-]|统一)*[(\\[]?\\s*("
              + ONE
              + "(?:[、,/和及;]\\s*"
              + ONE
              + ")*)"
              + END);
  private static final Pattern COUNTED_IN =
      Pattern.compile("[以按](" + MONEY + ")(?:人民币)?(?:为(?:计量)?单位|计[算量]?|填[报列写]|列[示报]|表示|反映)");

  /** Beside another unit, what the figures were or will be converted to. */
  private static final Pattern CONVERTED_TO = Pattern.compile("[换折]算[为成]?(" + MONEY + ")" + END);

  private static final Pattern UNIT_ALONE = Pattern.compile("[(\\[]?(金额|货币|计量)?单 *位 *[:为是]");

  private static final Pattern RENMINBI = Pattern.compile("(?:币种|货币)\\s*[:为]?\\s*人民币" + END);

  /** A declared unit of which nobody knows what it is leaves the figures unread. */
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?:(?:金额|货币|计量|数据|数字)单位|(?i:\\bunits?)) ?[:为是]"
              + " ?([^\\s,;()\\[\\]。][^,;()\\[\\]。]{0,15})");

  /** RMB'000, in thousands of RMB, CNY million. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(?:rmb|cny|yuan)\\s*('?000|10,000|thousand|million)s?\\b"
              + "|\\b(thousand|million)s? (?:of )?(?:rmb|cny|yuan)\\b"
              + "|\\b(?:rmb|cny) (thousand|million)s\\b");

  /** 币种：美元 单位：万: how many of which is said apart. */
  private static final Pattern APART =
      Pattern.compile(
          "币种\\s*[:为]?\\s*(人民币|美元|欧元|港元|港币|日元|英镑)(.*?)单位\\s*[:为]?\\s*"
              + "(十万|百万|千万|十亿|百亿|百|千|万|亿)(?![\\p{IsHan}])");

  private static final Pattern BRACKETED = Pattern.compile("[(\\[]([^()\\[\\]]{1,20})[)\\]]");
  private static final Pattern AT_END = Pattern.compile("(?:^|[-—_ ])(" + MONEY + ")(?:版|表)?$");

  /** In the name of a file h1 and q1 are letters, unless a year stands before them. */
  private static final Pattern LETTERS = Pattern.compile("(?<![0-9年度])[hq](?=[1-4])");

  /** What is not to be filled in, or was something else before, is no unit. */
  private static final Pattern NOT_SO =
      Pattern.compile("[^,;。()\\[\\]]*(?:勿|不要|不得|不能|不可|换算|折算|而非|不是|改为|改成)[^,;。()\\[\\]]*");

  private static final Pattern OTHER_QUANTITY =
      Pattern.compile(
          "预计|预测|预算|预估|估算|试算|暂估|快报|初步(数|数据|统计)|未(经)?审计|计划数|目标[值数]"
              + "|(?<![及和与、])(同比|环比|增长率|增幅|增速|占比)|月均|人均|平均[数值]|作废|废弃|草稿|草表|模拟(数|测算)|(测试|演示|虚拟|样例|示例)(数据|文件|表)"
              + "|脱敏|乘以?.{0,4}系数|抽样|推算|目标任务|任务(目标|分解)|(请?勿|不[得要]?)上报|(合并|集团|母公司)口径");

  /** A note that speaks of the whole table. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(以上|本表|上述|表中|表内|所列|上表|[此本该]列|数据|金额|收入|利润)[^。;,]{0,12}?"
              + "([为系是按]|(?=未(经)?审计|截[至止]|不含|试算|估算|预计))|带[*※#★△].{0,6}[为系是]");

  private static final Pattern HINT = Pattern.compile("[请如若应须勿]|用[来于]");
  private static final Pattern WITH_TAX = Pattern.compile("含税|合并|集团|母公司|不含");
  private static final int LONGEST_HINT = 20;

  public TableContext {
    units = List.copyOf(units);
    places = List.copyOf(places);
    figures = List.copyOf(figures);
  }

  /**
   * Gathers what is said of a table.
   *
   * @param titles the rows above its header, the nearest last
   * @param sheet the name of its sheet; empty where there is none
   * @param file the name of its file
   */
  static TableContext of(
      List<Title> titles, String sheet, String file, HeaderMatcher matcher, int year) {
    List<Title> all = new ArrayList<>(titles.reversed());
    all.add(new Title("工作表名称", sheet));
    all.add(new Title("文件名", file.replaceFirst("\\.[A-Za-z]{2,4}$", "")));
    List<Place> places = new ArrayList<>();
    List<Unit> units = List.of();
    String place = "";
    Period period = Period.UNSAID;
    String periodText = "";
    List<FigureUnit> figures = new ArrayList<>();
    for (Title title : all) {
      String text = narrow(title.text());
      List<Unit> here = units(FigureUnit.take(text, title.place(), matcher, figures));
      if (!shares(here)) {
        here.removeIf(unit -> !unit.money() && unit.power() == 0);
      }
      boolean money = !here.isEmpty();
      if (money) {
        places.add(new Place(title.place(), here));
      }
      if (units.isEmpty() && money) {
        units = here;
        place = title.place();
      } else if (money && title.place().endsWith("行") && !units.containsAll(here)) {
        units = Stream.concat(units.stream(), here.stream()).distinct().toList();
        place = place + "和" + title.place();
      }
      boolean name = title.place().equals("文件名");
      // What a form explains beside a cell speaks of many things.
      boolean hint = title.place().endsWith(Title.COMMENT) && text.length() > LONGEST_HINT;
      Period said =
          hint
              ? statement(text, year)
              : period(name ? LETTERS.matcher(text).replaceAll("") : text, year);
      if (period == Period.UNSAID && said != Period.UNSAID) {
        period = said;
        periodText = shown(title);
      }
    }
    return new TableContext(units, place, period, periodText, places, figures);
  }

  /**
   * A text that stands over a table.
   *
   * @param place 第 1 行
   */
  public record Title(String place, String text) {
    /** What the place of a cell's comment ends with. */
    public static final String COMMENT = "批注";
  }

  /** What a sentence about the whole table says of its time. */
  private static Period statement(String text, int year) {
    Matcher statement = STATEMENT.matcher(text);
    if (!statement.find() || HINT.matcher(text).find()) {
      return Period.UNSAID;
    }
    // What follows behind a comma speaks of something else: of new enterprises, of last year.
    String clause = text.substring(statement.start()).split("[,;。]", 2)[0];
    boolean taxed = WITH_TAX.matcher(clause).find();
    return taxed ? Period.OTHER : period(clause, year);
  }

  private static String shown(Title title) {
    return title.place() + "“" + title.text().strip() + "”";
  }

  private static Period period(String text, int year) {
    boolean other = OTHER_QUANTITY.matcher(text).find();
    return other ? Period.OTHER : Period.ofTitle(text, year);
  }

  private static String narrow(String text) {
    return Normalizer.normalize(CellText.trimmed(text), Normalizer.Form.NFKC)
        .replace('【', '[')
        .replace('】', ']');
  }

  /** The units of money that a text declares, such as 单位：元. */
  public static List<Unit> money(String text) {
    return units(narrow(text)).stream().filter(Unit::money).toList();
  }

  /** Whether a text says nothing else than a unit of money: 单位：元. */
  static boolean isUnit(String text) {
    return UNIT_ALONE.matcher(narrow(text)).lookingAt() && !money(text).isEmpty();
  }

  private static List<Unit> units(String said) {
    String text = NOT_SO.matcher(said).replaceAll("");
    List<Unit> units = new ArrayList<>();
    Matcher apart = APART.matcher(text);
    if (apart.find()) {
      String currency = apart.group(1).equals("人民币") ? "元" : apart.group(1);
      add(units, apart.group(3) + currency);
    }
    // 单 位 ： 万 元 is written with blanks to fill the line.
    for (String writing : List.of(text, text.replace(" ", ""))) {
      for (Pattern pattern : List.of(DECLARED, COUNTED_IN)) {
        Matcher declared = pattern.matcher(writing);
        boolean first = units.isEmpty();
        while (first && declared.find()) {
          add(units, declared.group(1));
        }
      }
    }
    Matcher converted = CONVERTED_TO.matcher(said);
    if (!units.isEmpty() && converted.find()) {
      add(units, converted.group(1));
    }
    if (units.isEmpty() && Unit.of(text).filter(Unit::money).isPresent()) {
      units.add(Unit.of(text).orElseThrow());
    }
    Matcher english = ENGLISH.matcher(text);
    if (units.isEmpty() && english.find()) {
      String word = english.group().replaceAll("(?i)\\b(rmb|cny|yuan|of)\\b|s\\b|\\s", "");
      add(units, word.replace("10,000", "万元"));
    }
    Matcher unknown = UNKNOWN.matcher(text);
    if (units.isEmpty() && unknown.find()) {
      String word = unknown.group(1).strip();
      Optional<Unit> unit = Unit.of(word);
      units.add(unit.orElseGet(() -> new Unit(word, Unit.Kind.OTHER_CURRENCY, 0)));
    }
    if (units.isEmpty()) {
      Matcher bracketed = BRACKETED.matcher(text);
      while (bracketed.find()) {
        add(units, bracketed.group(1));
      }
    }
    if (units.isEmpty() && RENMINBI.matcher(text).find()) {
      add(units, "人民币");
    }
    Matcher end = AT_END.matcher(text);
    if (units.isEmpty() && end.find()) {
      add(units, end.group(1));
    }
    return units;
  }

  private static void add(List<Unit> units, String words) {
    for (String word : words.split("[、,/和及;]", -1)) {
      Unit.of(word).filter(unit -> !units.contains(unit)).ifPresent(units::add);
    }
  }

  /**
   * The same with the units that notes under the table name: it is in them where nothing above says
   * anything else.
   *
   * @param notes the rows of notes, from the top down
   */
  TableContext withNotes(List<Title> notes, HeaderMatcher matcher, int year) {
    TableContext below = of(notes, "", "", matcher, 0);
    Optional<Title> other =
        notes.stream()
            .filter(note -> statement(narrow(note.text()), year) == Period.OTHER)
            .findFirst();
    Period time = other.isPresent() ? Period.OTHER : period;
    String text = other.map(TableContext::shown).orElse(periodText);
    List<FigureUnit> single =
        Stream.concat(figures.stream(), below.figures().stream()).distinct().toList();
    if (units.isEmpty()) {
      return new TableContext(below.units(), below.place(), time, text, below.places(), single);
    }
    Stream<Place> further =
        below.places().stream().filter(place -> !units.containsAll(place.units()));
    return new TableContext(
        units, this.place, time, text, Stream.concat(places.stream(), further).toList(), single);
  }

  /** What is said of the figures of a field alone. */
  List<FigureUnit> of(Field field) {
    return figures.stream().filter(one -> one.field().equals(field)).toList();
  }

  /** The units in which a table could give figures of that currency, or number such things. */
  List<Unit> of(Unit wanted) {
    if (shares(units)) {
      return units;
    }
    if (!wanted.money()) {
      return units.stream().filter(unit -> unit.shiftTo(wanted).isPresent()).toList();
    }
    List<Unit> same = units.stream().filter(unit -> unit.kind() == wanted.kind()).toList();
    boolean chinese = wanted.kind() == Unit.Kind.RENMINBI;
    return same.isEmpty()
        ? units.stream()
            .filter(Unit::money)
            // 币种：人民币 says nothing of how much it is.
            .filter(unit -> !chinese || unit.kind() != Unit.Kind.RENMINBI_ALONE)
            .toList()
        : same;
  }

  /** Whether all that is said is that there are shares. */
  private static boolean shares(List<Unit> units) {
    return !units.isEmpty() && units.stream().allMatch(unit -> unit.kind() == Unit.Kind.SHARE);
  }

  /** Whether what holds the table is that it is no table of figures as they were. */
  boolean otherQuantity() {
    return OTHER_QUANTITY.matcher(periodText).find() || WITH_TAX.matcher(periodText).find();
  }

  /** What holds a table that is of another year, as the report says it. */
  Optional<String> otherPeriod() {
    return period == Period.OTHER ? Optional.of(periodText) : Optional.empty();
  }
}
