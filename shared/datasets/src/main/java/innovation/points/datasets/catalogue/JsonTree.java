package innovation.points.datasets.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Reads and writes JSON as a tree without the data binder, which would load three hundred more
 * classes and delay the first answer of a function.
 */
public final class JsonTree {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /**
   * Reads a document; an empty text gives a missing node.
   *
   * @throws JsonProcessingException where it is not JSON
   */
  public static JsonNode read(String json) throws JsonProcessingException {
    try (JsonParser parser = JSON.createParser(json)) {
      return document(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a document, as {@link #read(String)}.
   *
   * @throws IOException where it is not JSON
   */
  public static JsonNode read(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      return document(parser);
    }
  }

  private static JsonNode document(JsonParser parser) throws IOException {
    return parser.nextToken() == null ? NODES.missingNode() : node(parser);
  }

  private static JsonNode node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, node(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** Writes a document; decimals without an exponent. */
  public static String write(JsonNode document) {
    return written(json -> write(document, json));
  }

  /** Writes a document piece by piece: where many are written, a tree of each costs too much. */
  public static String written(Pieces document) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      document.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The pieces of a document. */
  @FunctionalInterface
  public interface Pieces {
    void to(JsonGenerator json) throws IOException;
  }

  private static void write(JsonNode node, JsonGenerator json) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> {
        json.writeStartObject();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          json.writeFieldName(field.getKey());
          write(field.getValue(), json);
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (JsonNode item : node) {
          write(item, json);
        }
        json.writeEndArray();
      }
      case STRING -> json.writeString(node.textValue());
      case NUMBER -> number(node, json);
      case BOOLEAN -> json.writeBoolean(node.booleanValue());
      case NULL -> json.writeNull();
      default -> throw new IllegalArgumentException("JSON has no " + node.getNodeType());
    }
  }

  private static void number(JsonNode number, JsonGenerator json) throws IOException {
    switch (number.numberType()) {
      case INT, LONG -> json.writeNumber(number.longValue());
      case BIG_INTEGER -> json.writeNumber(number.bigIntegerValue());
      case FLOAT, DOUBLE -> json.writeNumber(number.doubleValue());
      case BIG_DECIMAL -> json.writeNumber(number.decimalValue());
    }
  }
}
