package innovation.points.scoring.rulebook.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Values that change with the evaluation year: {@code {byYear: {2022: 10000, 2027: 12000}}} may
 * replace any value. It stands for the value of the last year that is not after the requested one.
 */
final class DatedValues {
  static final String KEY = "byYear";

  /** Keys that identify a rulebook, and its cases, which hold for all years. */
  private static final Set<String> UNDATED =
      Set.of("id", "title", "document", "effectiveFrom", "extends", "resolvedFrom", "cases");

  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

  private final ReadingProblems problems;
  private final int first;
  private final TreeSet<Integer> years = new TreeSet<>();

  /**
   * @param first the first year of the rulebook, in which every dated value must be defined
   */
  DatedValues(ReadingProblems problems, int first) {
    this.problems = problems;
    this.first = first;
  }

  /** Checks every dated value; returns the years after the first in which one changes. */
  List<Integer> changes(MappingNode root) {
    for (NodeTuple entry : root.getValue()) {
      if (!UNDATED.contains(text(entry.getKeyNode()))) {
        check(entry.getValueNode());
      }
    }
    return List.copyOf(years.tailSet(first, false));
  }

  private void check(Node node) {
    switch (node) {
      case MappingNode mapping -> {
        MappingNode dated = dated(mapping);
        if (dated != null) {
          check(dated);
        } else if (mapping.getValue().stream().anyMatch(DatedValues::isKey)) {
          refuse(mapping);
        } else {
          mapping.getValue().forEach(entry -> check(entry.getValueNode()));
        }
      }
      case SequenceNode list -> list.getValue().forEach(this::check);
      default -> {
        // A plain value holds for all years.
      }
    }
  }

  private void refuse(MappingNode mapping) {
    problems.add(
        Section.line(mapping), "单独的 byYear: {年度: 值}", Section.describe(mapping), "分年度的值不与其他键并列。");
  }

  private void check(MappingNode dated) {
    if (dated.getValue().isEmpty()) {
      problems.add(Section.line(dated), "至少一个“年度: 值”", "空的 byYear");
    }
    int before = 0;
    for (NodeTuple entry : dated.getValue()) {
      int line = Section.line(entry.getKeyNode());
      String key = text(entry.getKeyNode());
      if (!YEAR.matcher(key).matches()) {
        problems.add(line, "四位年度（如 2027）", Section.quote(key));
        return;
      }
      int year = Integer.parseInt(key);
      if (before == 0 && year > first) {
        problems.add(
            line, "不晚于施行年度 " + first + " 的第一个年度", key, "施行之初没有值可用，请补上 " + first + " 年度的值。");
      }
      if (year <= before) {
        problems.add(line, "依次递增的年度", year + " 在 " + before + " 之后", "同一年度只能有一个值。");
      }
      before = year;
      years.add(year);
      check(entry.getValueNode());
    }
  }

  /** The document resolved for a year; line numbers are unchanged. */
  static MappingNode at(int year, MappingNode root) {
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple entry : root.getValue()) {
      boolean fixed = UNDATED.contains(text(entry.getKeyNode()));
      entries.add(fixed ? entry : at(year, entry));
    }
    return copy(root, entries);
  }

  private static NodeTuple at(int year, NodeTuple entry) {
    return new NodeTuple(entry.getKeyNode(), at(year, entry.getValueNode()));
  }

  private static Node at(int year, Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        MappingNode dated = dated(mapping);
        yield dated == null
            ? copy(mapping, mapping.getValue().stream().map(entry -> at(year, entry)).toList())
            : at(year, picked(year, dated));
      }
      case SequenceNode list ->
          new SequenceNode(
              list.getTag(),
              true,
              list.getValue().stream().map(one -> at(year, one)).toList(),
              list.getStartMark(),
              list.getEndMark(),
              list.getFlowStyle());
      default -> node;
    };
  }

  private static Node picked(int year, MappingNode dated) {
    Node picked = dated.getValue().getFirst().getValueNode();
    for (NodeTuple entry : dated.getValue()) {
      if (Integer.parseInt(text(entry.getKeyNode())) <= year) {
        picked = entry.getValueNode();
      }
    }
    return picked;
  }

  /** The values by year; null where the node is not a dated value. */
  static @Nullable MappingNode dated(Node node) {
    return node instanceof MappingNode mapping
            && mapping.getValue().size() == 1
            && isKey(mapping.getValue().getFirst())
            && mapping.getValue().getFirst().getValueNode() instanceof MappingNode values
        ? values
        : null;
  }

  private static boolean isKey(NodeTuple entry) {
    return text(entry.getKeyNode()).equals(KEY);
  }

  static MappingNode copy(MappingNode mapping, List<NodeTuple> entries) {
    return new MappingNode(
        mapping.getTag(),
        true,
        entries,
        mapping.getStartMark(),
        mapping.getEndMark(),
        mapping.getFlowStyle());
  }

  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
