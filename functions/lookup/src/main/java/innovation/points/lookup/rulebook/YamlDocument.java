package innovation.points.lookup.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML document as JSON, word for word: days stay texts, numbers keep their digits. A key that
 * stands twice in a mapping is an {@link IllegalArgumentException}.
 */
public final class YamlDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private YamlDocument() {}

  public static JsonNode parse(String text) {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return json(yaml.compose(new StringReader(text)));
  }

  /** Nodes that were read before. */
  public static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode mapping -> object(mapping);
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar -> value(scalar);
      default -> throw new IllegalArgumentException("no JSON for a " + node.getNodeId());
    };
  }

  private static ObjectNode object(MappingNode mapping) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (object.has(key)) {
        throw new IllegalArgumentException(
            "expected each key once, found %s again in line %d"
                .formatted(key, tuple.getKeyNode().getStartMark().getLine() + 1));
      }
      object.set(key, json(tuple.getValueNode()));
    }
    return object;
  }

  private static JsonNode value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
