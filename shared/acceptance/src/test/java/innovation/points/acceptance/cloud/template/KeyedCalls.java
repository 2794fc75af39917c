package innovation.points.acceptance.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.table.TableShapes;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The keys of tables and indexes, in one notation for the template's and the code's. */
public final class KeyedCalls {

  private KeyedCalls() {}

  /** The tables of the code, by their names in the template. */
  public static Stream<CreateTableRequest> tables() {
    return Stream.of(
        TableShapes.facts("FactsTable"),
        TableShapes.scores("ScoresTable"),
        TableShapes.uploads("UploadsTable"));
  }

  /** The keys of a {@code KeySchema}. */
  public static List<String> by(JsonNode schema) {
    return schema
        .valueStream()
        .map(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText())
        .toList();
  }

  public static List<String> by(List<KeySchemaElement> schema) {
    return schema.stream().map(key -> key.attributeName() + " " + key.keyTypeAsString()).toList();
  }

  /** The view type of a table's stream; empty without a stream. */
  public static String stream(CreateTableRequest table) {
    return table.streamSpecification() == null
        ? ""
        : table.streamSpecification().streamViewTypeAsString();
  }
}
