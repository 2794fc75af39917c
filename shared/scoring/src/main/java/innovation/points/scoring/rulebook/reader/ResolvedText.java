package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook.Deviation;
import innovation.points.scoring.rulebook.Rulebook.Parent;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Writes a rulebook that extends another as a self-contained text. The same nodes always give the
 * same text, so its digest covers the complete rules.
 */
final class ResolvedText {
  private static final int WIDTH = 100;
  private static final Pattern PLAIN =
      Pattern.compile("-?[^\\s,\\[\\]{}#&*!|>'\"%@`:?-](?:[^,\\[\\]{}#:\\n]*[^\\s,\\[\\]{}#:])?");

  private final StringBuilder out = new StringBuilder();

  private ResolvedText() {}

  /**
   * Writes the text.
   *
   * @param root the merged rulebook
   * @param parent the rulebook it extends, with the differences
   */
  static String of(MappingNode root, Parent parent) {
    var text = new ResolvedText();
    text.out.append("# 由 ").append(parent.id()).append(" 与不同之处合成。请改动原文件，不改本文。\n");
    text.line("resolvedFrom:");
    text.line("  id: " + quoted(parent.id()));
    text.line("  digest: " + quoted(parent.digest()));
    text.line("  differences:" + (parent.differences().isEmpty() ? " []" : ""));
    for (Deviation one : parent.differences()) {
      text.line(
          "    - {where: %s, before: %s, after: %s}"
              .formatted(quoted(one.where()), quoted(one.before()), quoted(one.after())));
    }
    text.mapping(root, "", "");
    return text.out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void mapping(MappingNode mapping, String first, String indent) {
    String lead = first;
    for (NodeTuple entry : mapping.getValue()) {
      entry(lead + flow(entry.getKeyNode()) + ":", entry.getValueNode(), indent);
      lead = indent;
    }
  }

  private void entry(String key, Node value, String indent) {
    String line = key + " " + flow(value);
    boolean list = value instanceof SequenceNode all && !all.getValue().isEmpty();
    boolean section = value instanceof MappingNode all && !all.getValue().isEmpty();
    if (line.length() <= WIDTH || (!list && !section)) {
      line(line);
      return;
    }
    line(key);
    switch (value) {
      case MappingNode mapping -> mapping(mapping, indent + "  ", indent + "  ");
      case SequenceNode sequence -> sequence.getValue().forEach(one -> element(one, indent + "  "));
      default -> throw new IllegalStateException("neither a list nor a section");
    }
  }

  private void element(Node node, String indent) {
    String line = indent + "- " + flow(node);
    if (line.length() > WIDTH && node instanceof MappingNode mapping) {
      mapping(mapping, indent + "- ", indent + "  ");
    } else {
      line(line);
    }
  }

  /** A value in flow style, on one line. */
  private static String flow(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .map(entry -> flow(entry.getKeyNode()) + ": " + flow(entry.getValueNode()))
              .collect(Collectors.joining(", ", "{", "}"));
      case SequenceNode list ->
          list.getValue().stream()
              .map(ResolvedText::flow)
              .collect(Collectors.joining(", ", "[", "]"));
      case ScalarNode scalar ->
          scalar.getScalarStyle() == ScalarStyle.PLAIN && PLAIN.matcher(scalar.getValue()).matches()
              ? scalar.getValue()
              : quoted(scalar.getValue());
      default -> throw new IllegalArgumentException("no text for a " + node.getNodeId());
    };
  }

  /** A value as text for readers. */
  static String words(Node node) {
    MappingNode dated = DatedValues.dated(node);
    if (dated != null) {
      return dated.getValue().stream()
          .map(one -> DatedValues.text(one.getKeyNode()) + " 年度起 " + words(one.getValueNode()))
          .collect(Collectors.joining("，"));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode list when list.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
          String.join("、", list.getValue().stream().map(ResolvedText::words).toList());
      default -> flow(node);
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The parent named in a resolved text. */
  static Parent parent(Section section) {
    List<Deviation> differences =
        section.sectionsOrNone("differences").stream().map(ResolvedText::difference).toList();
    var parent = new Parent(section.text("id"), section.text("digest"), differences);
    section.done();
    return parent;
  }

  private static Deviation difference(Section section) {
    var difference =
        new Deviation(
            section.text("where"), section.textOrEmpty("before"), section.textOrEmpty("after"));
    section.done();
    return difference;
  }
}
