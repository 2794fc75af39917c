package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Replaces single values in the text of a rulebook and preserves everything else: comments, order,
 * spaces. Not thread-safe.
 */
public final class RulebookText {
  private record Edit(int end, String value) {}

  private final String text;
  private final Node root;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  /** The text of a rulebook that has been loaded before. */
  public RulebookText(String text) {
    this.text = text;
    this.root = Objects.requireNonNull(compose(text), "no document");
  }

  /** A rulebook's complete text resolved for a year, for display; without {@code resolvedFrom}. */
  public static Node inYear(Rulebook rulebook, int year) {
    if (!(compose(rulebook.text()) instanceof MappingNode root)) {
      throw new IllegalStateException("a rulebook that was read is a mapping");
    }
    MappingNode picked = DatedValues.at(year, root);
    return DatedValues.copy(
        picked, picked.getValue().stream().filter(entry -> !keyed(entry, "resolvedFrom")).toList());
  }

  /**
   * The nodes of a YAML document; null where it is empty. Does not use {@code Yaml}, which would
   * also create constructors and representers of objects: every cold start reads a rulebook.
   */
  static @Nullable Node compose(String yaml) {
    var options = new LoaderOptions();
    var parser = new ParserImpl(new StreamReader(new StringReader(yaml)), options);
    return new Composer(parser, new Resolver(), options).getSingleNode();
  }

  /**
   * Replaces a value.
   *
   * @param value one line of YAML
   * @param path keys from the root; an element of a list is named by its {@code id}
   * @throws IllegalArgumentException where the path leads nowhere or to an alias
   */
  public RulebookText set(String value, String... path) {
    Node node = root;
    int after = 0;
    for (String step : path) {
      Node next = child(node, step);
      if (index(next.getStartMark().getIndex()) < after) {
        throw new IllegalArgumentException(String.join(".", path) + " is an alias");
      }
      after = index(next.getStartMark().getIndex());
      node = next;
    }
    edits.put(after, new Edit(end(node), value));
    return this;
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
      out.append(text, from, edit.getKey()).append(edit.getValue().value());
      from = edit.getValue().end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static Node child(Node node, String step) {
    return switch (node) {
      case MappingNode mapping -> value(mapping, step);
      case SequenceNode list ->
          list.getValue().stream()
              .filter(one -> one instanceof MappingNode mapping && is(mapping, step))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no element " + step));
      default -> throw new IllegalArgumentException("nothing below a scalar: " + step);
    };
  }

  private static boolean is(MappingNode mapping, String id) {
    return mapping.getValue().stream()
        .anyMatch(entry -> keyed(entry, "id") && scalar(entry.getValueNode(), id));
  }

  private static Node value(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(entry -> keyed(entry, key))
        .map(NodeTuple::getValueNode)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no key " + key));
  }

  private static boolean keyed(NodeTuple entry, String key) {
    return scalar(entry.getKeyNode(), key);
  }

  private static boolean scalar(Node node, String value) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(value);
  }

  /** The end of a value; a block ends with its last value, before any comments that follow. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      return switch (collection.getValue().getLast()) {
        case NodeTuple tuple -> end(tuple.getValueNode());
        case Node last -> end(last);
        default -> index(node.getEndMark().getIndex());
      };
    }
    return index(node.getEndMark().getIndex());
  }

  /** Marks count code points, Java strings count UTF-16 units. */
  private int index(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }
}
