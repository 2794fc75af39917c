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
  private static final Set<String> NOT_COMPARED =
      Set.of("id", "extends", "resolvedFrom", "cases", "en");

  private static final String CURVE = "curve";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("title", "名称"),
          Map.entry("name", "名称"),
          Map.entry("effectiveFrom", "施行日期"),
          Map.entry("atLeast", "最低比例"),
          Map.entry("points", "分值"),
          Map.entry("weights", "权重"),
          Map.entry("when", "条件"),
          Map.entry("from", "不低于"),
          Map.entry("below", "低于"),
          Map.entry("age", "成立年限"),
          Map.entry("revenue", "营业收入"),
          Map.entry("value", "取值"),
          Map.entry("unit", "单位"),
          Map.entry("category", "一级指标"),
          Map.entry("basis", "依据"),
          Map.entry("cite", "依据"),
          Map.entry("note", "说明"),
          Map.entry("factors", "系数"),
          Map.entry("effect", "效果"),
          Map.entry("floor", "最低分"),
          Map.entry("places", "小数位数"),
          Map.entry("amount", "金额"));

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

  private String place(String where, String key) {
    String word = WORDS.getOrDefault(key, names.getOrDefault(key, key));
    return where.isEmpty() ? Extension.SECTIONS.getOrDefault(key, word) : where + "的" + word;
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
