package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Deviation;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where one rulebook differs from another, in words: every value, dated ones by year. */
public final class RulebookDifferences {

  /** What tells the files apart, not the rules; curves are compared by what they say. */
  static final Set<String> NOT_COMPARED = Set.of("id", "extends", "resolvedFrom", "cases", "en");

  private static final String CURVE = "curve";

  /** What the keys of a rulebook are called; those with an empty name are passed over. */
  static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("absent", "缺失时"),
          Map.entry("age", "成立年限"),
          Map.entry("ageInStage", "阶段（按成立年限）"),
          Map.entry("amount", "金额"),
          Map.entry("any", "任一"),
          Map.entry("asShare", "按比例"),
          Map.entry("atLeast", "最低比例"),
          Map.entry("atMost", "合计上限"),
          Map.entry("baseNotPositive", "上年基数非正时"),
          Map.entry("basis", "依据"),
          Map.entry("below", "低于"),
          Map.entry("best", "取最高"),
          Map.entry("by", "条件"),
          Map.entry("byRank", "按名次"),
          Map.entry("category", "一级指标"),
          Map.entry("cite", "依据"),
          Map.entry("count", "计数"),
          Map.entry("dataset", "数据集"),
          Map.entry("dated", "日期"),
          Map.entry("day", "基准日"),
          Map.entry("decays", "多项衰减时"),
          Map.entry("deduct", "扣分"),
          Map.entry("deductByLevel", "扣分"),
          Map.entry("department", "责任部门"),
          Map.entry("display", "显示"),
          Map.entry("divisor", "除数"),
          Map.entry("each", "每项"),
          Map.entry("eachAtMost", "单项上限"),
          Map.entry("effect", ""),
          Map.entry("effectiveFrom", "施行日期"),
          Map.entry("exclude", "不纳入评价"),
          Map.entry("factors", "系数"),
          Map.entry("falls", "下降"),
          Map.entry("fields", "字段"),
          Map.entry("firstKnown", "依次取"),
          Map.entry("fixed", "定额"),
          Map.entry("floor", "最低分"),
          Map.entry("from", "不低于"),
          Map.entry("fullAt", "满分值"),
          Map.entry("growth", "增速"),
          Map.entry("inEachYear", "连续年度"),
          Map.entry("inForce", "有效期"),
          Map.entry("issuedOn", "印发日期"),
          Map.entry("item", "项目"),
          Map.entry("items", "项目"),
          Map.entry("knots", "节点"),
          Map.entry("label", "名称"),
          Map.entry("lapsed", "未通过重新认定"),
          Map.entry("levels", ""),
          Map.entry("mean", "均值"),
          Map.entry("missing", "缺失指标"),
          Map.entry("name", "名称"),
          Map.entry("note", "说明"),
          Map.entry("number", "文号"),
          Map.entry("of", "对象"),
          Map.entry("on", "排名依据"),
          Map.entry("once", "只计一次"),
          Map.entry("order", "计算次序"),
          Map.entry("origin", "来源"),
          Map.entry("overall", "全区排名"),
          Map.entry("park", "园区"),
          Map.entry("part", "分子"),
          Map.entry("percent", "百分比"),
          Map.entry("places", "小数位数"),
          Map.entry("points", "分值"),
          Map.entry("ratio", "比值"),
          Map.entry("referenceDay", "基准日"),
          Map.entry("restored", "恢复日期"),
          Map.entry("revenue", "营业收入"),
          Map.entry("revoked", "摘牌日期"),
          Map.entry("rules", "规则"),
          Map.entry("seeds", "苗圃企业"),
          Map.entry("services", "服务"),
          Map.entry("share", "比例"),
          Map.entry("shares", "比例"),
          Map.entry("since", "起算日"),
          Map.entry("stage", "阶段"),
          Map.entry("stages", "阶段"),
          Map.entry("state", "状态"),
          Map.entry("stepsDown", "阶段下降"),
          Map.entry("sum", "合计"),
          Map.entry("tiers", "名单"),
          Map.entry("ties", "并列"),
          Map.entry("title", "名称"),
          Map.entry("to", "不高于"),
          Map.entry("undelivered", "未报送时"),
          Map.entry("unit", "单位"),
          Map.entry("unless", "除外"),
          Map.entry("unlessItem", "除外"),
          Map.entry("until", "有效期至"),
          Map.entry("unverified", "未核验的填报数据"),
          Map.entry("upTo", "上限"),
          Map.entry("value", "取值"),
          Map.entry("weights", "权重"),
          Map.entry("when", "条件"),
          Map.entry("whenAny", "任一条件"),
          Map.entry("whenItem", "条件"),
          Map.entry("where", "条件"),
          Map.entry("whereZero", "分母为零时"),
          Map.entry("whole", "分母"),
          Map.entry("window", "计算期间"),
          Map.entry("year", "年度"),
          Map.entry("yearBefore", "上年"),
          Map.entry("years", "年数"),
          Map.entry("yearsInStage", "阶段（按停留年数）"),
          Map.entry("yuanPerUnit", "每单位元数"));

  private final Map<String, String> names;
  private final List<Deviation> found = new ArrayList<>();

  private RulebookDifferences(Map<String, String> names) {
    this.names = names;
  }

  /**
   * All differences, in the order of the rulebook: other values first, then curves.
   *
   * @param before the one that it is compared with
   */
  public static List<Deviation> between(Rulebook before, Rulebook after) {
    Map<String, String> names = new LinkedHashMap<>();
    before.categories().forEach(one -> names.put(one.id(), one.name()));
    after.categories().forEach(one -> names.put(one.id(), one.name()));
    before.stages().forEach(one -> names.putIfAbsent(one.id(), one.name()));
    after.stages().forEach(one -> names.putIfAbsent(one.id(), one.name()));
    var differences = new RulebookDifferences(names);
    differences.mappings(root(before), root(after), "");
    differences.curves(before, after);
    return List.copyOf(differences.found);
  }

  private static MappingNode root(Rulebook rulebook) {
    return (MappingNode) Objects.requireNonNull(RulebookText.compose(rulebook.text()));
  }

  private void nodes(@Nullable Node before, @Nullable Node after, String where) {
    if (before instanceof MappingNode was
        && after instanceof MappingNode is
        && DatedValues.dated(was) == null
        && DatedValues.dated(is) == null) {
      mappings(was, is, where);
    } else if (before instanceof SequenceNode was
        && after instanceof SequenceNode is
        && Extension.hasIds(was)
        && Extension.hasIds(is)) {
      elements(was, is, where);
    } else {
      differ(where, words(before), words(after));
    }
  }

  private void mappings(MappingNode before, MappingNode after, String where) {
    Map<String, Node> was = entries(before);
    Map<String, Node> is = entries(after);
    for (String key : union(was.keySet(), is.keySet())) {
      boolean own = where.isEmpty() ? NOT_COMPARED.contains(key) : key.equals("en");
      if (!own && !key.equals(CURVE) && !key.equals("id")) {
        nodes(was.get(key), is.get(key), place(where, key));
      }
    }
  }

  private void elements(SequenceNode before, SequenceNode after, String where) {
    Map<String, Node> was = Extension.byId(before);
    Map<String, Node> is = Extension.byId(after);
    for (String id : union(was.keySet(), is.keySet())) {
      Node old = was.get(id);
      Node now = is.get(id);
      String name = where + Extension.name(now == null ? Objects.requireNonNull(old) : now, id);
      if (old == null || now == null) {
        differ(name, old == null ? "" : "有", now == null ? "" : "有");
      } else {
        nodes(old, now, name);
      }
    }
  }

  private void curves(Rulebook before, Rulebook after) {
    Set<Integer> years = new TreeSet<>();
    Stream.concat(
            Stream.of(before, after), Stream.of(before, after).flatMap(r -> r.later().stream()))
        .forEach(rulebook -> years.add(rulebook.since()));
    years.removeIf(year -> year < Math.max(before.since(), after.since()));
    years.add(Math.max(before.since(), after.since()));
    Map<String, String> told = new LinkedHashMap<>();
    for (int year : years) {
      Rulebook was = before.inYear(year);
      Rulebook is = after.inYear(year);
      for (Indicator now : is.indicators()) {
        Indicator old =
            was.indicators().stream()
                .filter(one -> one.id().equals(now.id()))
                .findFirst()
                .orElse(null);
        if (old != null) {
          for (Stage stage : is.stages()) {
            curve(old, now, stage, year, told);
          }
        }
      }
    }
  }

  private void curve(
      Indicator old, Indicator now, Stage stage, int year, Map<String, String> told) {
    String was = words(old.curves().get(stage.id()), old.unit());
    String is = words(now.curves().get(stage.id()), now.unit());
    String where = "指标“%s”曲线（%s）".formatted(now.name(), stage.name());
    if (!was.equals(is) && !(was + is).equals(told.put(where, was + is))) {
      String from = told.containsKey(where + "#") ? "%d 年度起：".formatted(year) : "";
      told.put(where + "#", "");
      differ(where, was, from + is);
    }
  }

  private static String words(@Nullable Curve curve, String unit) {
    return curve == null
        ? ""
        : curve.knots().stream().map(knot -> knot(knot, unit)).collect(Collectors.joining("，"));
  }

  private static String knot(Knot knot, String unit) {
    return "%s %s得 %s%%"
        .formatted(plain(knot.value()), unit, plain(knot.share() * 100))
        .replace("  ", " ");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private void differ(String where, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Deviation(where, before, after));
    }
  }

  /** A key that is no word of the language is a level, a number or a name that people gave. */
  private String place(String where, String key) {
    if (where.isEmpty()) {
      return Extension.SECTIONS.getOrDefault(key, WORDS.getOrDefault(key, key));
    }
    // Weights are by category, and a category may be called as a key is.
    String word =
        where.endsWith(WORDS.get("weights"))
            ? names.getOrDefault(key, key)
            : WORDS.getOrDefault(key, names.get(key));
    if (word == null) {
      return where + "（" + key + "）";
    }
    return word.isEmpty() ? where : where + "的" + word;
  }

  private static String words(@Nullable Node node) {
    return node == null ? "" : ResolvedText.words(node);
  }

  private static Map<String, Node> entries(MappingNode mapping) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      entries.put(DatedValues.text(entry.getKeyNode()), entry.getValueNode());
    }
    return entries;
  }

  private static Set<String> union(Set<String> before, Set<String> after) {
    Set<String> all = new LinkedHashSet<>(after);
    all.addAll(before);
    return all;
  }
}
