package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook.Deviation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Merges a rulebook into the one it extends. Sections are merged key by key, lists whose elements
 * have an {@code id} element by element; every other value replaces the inherited one. {@code ~}
 * removes a key, {@code {id: …, remove: true}} an element. A value by year is added to the
 * inherited value. All line numbers are those of the extending file: inherited values have the line
 * of {@code extends}.
 */
final class Extension {
  /** The keys that describe a rulebook itself and are not inherited. */
  private static final Set<String> OWN = Set.of("id", "title", "effectiveFrom", "extends", "cases");

  private static final Set<String> NOT_TAKEN_OVER =
      Set.of("id", "title", "effectiveFrom", "resolvedFrom", "cases");

  private static final Map<String, String> ALTERNATIVES = Map.of("cite", "basis", "basis", "cite");

  /** What the sections of a rulebook are called. */
  static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("document", "文件"),
          Map.entry("dates", "日期"),
          Map.entry("roster", "评价对象"),
          Map.entry("coverage", "数据覆盖率"),
          Map.entry("datasets", "数据集"),
          Map.entry("categories", "一级指标"),
          Map.entry("stages", "阶段"),
          Map.entry("stageHistory", "往年阶段"),
          Map.entry("indicators", "指标"),
          Map.entry("negativeList", "负面清单"),
          Map.entry("bonus", "附加分"),
          Map.entry("decay", "衰减"),
          Map.entry("total", "总分"),
          Map.entry("ranks", "排名"),
          Map.entry("uses", "结果使用"),
          Map.entry("services", "服务"),
          Map.entry("growth", "增速"),
          Map.entry("aggregates", "全区指标"),
          Map.entry("benefits", "政策支持"),
          Map.entry("rewards", "奖励"));

  private final ReadingProblems problems;
  private final String parent;
  private final int parentSince;
  private final Mark at;
  private final List<Deviation> differences = new ArrayList<>();

  /**
   * @param parent id of the rulebook that is extended
   * @param parentSince the first year of its values
   * @param at the position of {@code extends}
   */
  Extension(ReadingProblems problems, String parent, int parentSince, Mark at) {
    this.problems = problems;
    this.parent = parent;
    this.parentSince = parentSince;
    this.at = at;
  }

  /** The differences from the rulebook extended, in the order of the file. */
  List<Deviation> differences() {
    return differences;
  }

  /** The merged document. */
  MappingNode merge(MappingNode base, MappingNode own) {
    List<NodeTuple> taken = new ArrayList<>();
    List<NodeTuple> before = new ArrayList<>();
    for (NodeTuple entry : own.getValue()) {
      (OWN.contains(DatedValues.text(entry.getKeyNode())) ? taken : before).add(entry);
    }
    List<NodeTuple> inherited =
        base.getValue().stream()
            .filter(entry -> !NOT_TAKEN_OVER.contains(DatedValues.text(entry.getKeyNode())))
            .toList();
    taken.removeIf(entry -> DatedValues.text(entry.getKeyNode()).equals("extends"));
    taken.addAll(entries(inherited, before, ""));
    return DatedValues.copy(own, taken);
  }

  private List<NodeTuple> entries(List<NodeTuple> base, List<NodeTuple> own, String where) {
    Map<String, NodeTuple> merged = new LinkedHashMap<>();
    base.forEach(entry -> merged.put(DatedValues.text(entry.getKeyNode()), moved(entry)));
    for (NodeTuple entry : own) {
      String key = DatedValues.text(entry.getKeyNode());
      Node value = entry.getValueNode();
      NodeTuple before = merged.get(key);
      String place = place(where, key);
      if (value.getTag().equals(Tag.NULL)) {
        remove(entry, key, before, place);
        merged.remove(key);
      } else {
        NodeTuple other = merged.remove(ALTERNATIVES.getOrDefault(key, ""));
        if (other != null) {
          differ(place(where, DatedValues.text(other.getKeyNode())), other.getValueNode(), null);
        }
        Node both =
            before == null ? added(value, place) : merge(before.getValueNode(), value, place);
        merged.put(key, new NodeTuple(entry.getKeyNode(), both));
      }
    }
    return List.copyOf(merged.values());
  }

  private void remove(NodeTuple entry, String key, @Nullable NodeTuple before, String place) {
    if (before == null) {
      problems.add(Section.line(entry.getKeyNode()), parent + " 在此处有的键", key, "没有可删除的内容。");
    } else {
      differ(place, before.getValueNode(), null);
    }
  }

  private Node added(Node value, String place) {
    differ(place, null, value);
    return value;
  }

  private Node merge(Node base, Node own, String place) {
    MappingNode values = DatedValues.dated(own);
    if (values != null) {
      Node both = dated(base, own, values);
      differ(place, base, both);
      return both;
    }
    if (base instanceof MappingNode whole
        && own instanceof MappingNode changes
        && DatedValues.dated(base) == null) {
      return DatedValues.copy(changes, entries(whole.getValue(), changes.getValue(), place));
    }
    if (base instanceof SequenceNode list
        && own instanceof SequenceNode changes
        && list.getValue().stream().allMatch(one -> id(one) != null)
        && changes.getValue().stream().allMatch(one -> id(one) != null)) {
      return elements(list, changes, place);
    }
    differ(place, base, own);
    return own;
  }

  /** The inherited value holds before the first year named. */
  private Node dated(Node base, Node own, MappingNode values) {
    Map<String, NodeTuple> years = new TreeMap<>();
    MappingNode before = DatedValues.dated(base);
    if (before != null) {
      before.getValue().forEach(entry -> years.put(DatedValues.text(entry.getKeyNode()), entry));
    } else {
      var year = new ScalarNode(Tag.INT, "" + parentSince, at, at, ScalarStyle.PLAIN);
      years.put(year.getValue(), new NodeTuple(year, base));
    }
    String last = "";
    for (NodeTuple entry : values.getValue()) {
      String year = DatedValues.text(entry.getKeyNode());
      if (year.compareTo(last) <= 0) {
        // Years out of order or repeated are left unchanged and refused later, with their line.
        return own;
      }
      last = year;
      years.put(year, entry);
    }
    var all = DatedValues.copy(values, List.copyOf(years.values()));
    NodeTuple key = ((MappingNode) own).getValue().getFirst();
    return DatedValues.copy((MappingNode) own, List.of(new NodeTuple(key.getKeyNode(), all)));
  }

  private Node elements(SequenceNode base, SequenceNode own, String place) {
    Map<String, Node> merged = byId(base);
    for (Node one : own.getValue()) {
      String id = text(id(one));
      Node before = merged.get(id);
      String name = name(before == null ? one : before, id);
      String where = place.isEmpty() ? name : place + name;
      if (one instanceof MappingNode mapping && removes(mapping)) {
        if (merged.remove(id) == null) {
          problems.add(Section.line(one), parent + " 在此处有的 id", id, "没有可删除的内容。");
        } else {
          differ(where, before, null);
        }
      } else {
        merged.put(id, before == null ? added(one, where) : merge(before, one, where));
      }
    }
    return new SequenceNode(
        own.getTag(),
        true,
        List.copyOf(merged.values()),
        own.getStartMark(),
        own.getEndMark(),
        own.getFlowStyle());
  }

  private static boolean removes(MappingNode mapping) {
    return mapping.getValue().size() == 2
        && DatedValues.text(mapping.getValue().getLast().getKeyNode()).equals("remove")
        && DatedValues.text(mapping.getValue().getLast().getValueNode()).equals("true");
  }

  private void differ(String where, @Nullable Node before, @Nullable Node after) {
    String was = before == null ? "" : ResolvedText.words(before);
    String is = after == null ? "" : ResolvedText.words(after);
    if (!was.equals(is)) {
      differences.add(new Deviation(where, was, is));
    }
  }

  private static String place(String where, String key) {
    return where.isEmpty() ? SECTIONS.getOrDefault(key, key) : where + "." + key;
  }

  static String name(Node element, String id) {
    if (element instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (DatedValues.text(entry.getKeyNode()).equals("name")) {
          return "“" + DatedValues.text(entry.getValueNode()) + "”";
        }
      }
    }
    return "“" + id + "”";
  }

  /** Whether every element of a list has an id. */
  static boolean hasIds(SequenceNode list) {
    return list.getValue().stream().allMatch(one -> id(one) != null);
  }

  /** The elements of a list by their ids. */
  static Map<String, Node> byId(SequenceNode list) {
    Map<String, Node> elements = new LinkedHashMap<>();
    list.getValue().forEach(one -> elements.put(text(id(one)), one));
    return elements;
  }

  private static @Nullable String id(Node element) {
    if (element instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (DatedValues.text(entry.getKeyNode()).equals("id")) {
          return DatedValues.text(entry.getValueNode());
        }
      }
    }
    return null;
  }

  private static String text(@Nullable String id) {
    return id == null ? "" : id;
  }

  private NodeTuple moved(NodeTuple entry) {
    return new NodeTuple(moved(entry.getKeyNode()), moved(entry.getValueNode()));
  }

  /** Moves inherited nodes to the line of {@code extends}: their own lines are in another file. */
  private Node moved(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          new MappingNode(
              mapping.getTag(),
              true,
              mapping.getValue().stream().map(this::moved).toList(),
              at,
              at,
              mapping.getFlowStyle());
      case SequenceNode list ->
          new SequenceNode(
              list.getTag(),
              true,
              list.getValue().stream().map(this::moved).toList(),
              at,
              at,
              list.getFlowStyle());
      case ScalarNode scalar ->
          new ScalarNode(scalar.getTag(), scalar.getValue(), at, at, scalar.getScalarStyle());
      default -> node;
    };
  }
}
