package innovation.points.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.cloud.Template.Resource;
import innovation.points.store.Tables;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The cloud's tables are the ones that tests and the local stack are made with. */
class TemplateTablesTest {

  private final Template template = Template.read();

  TemplateTablesTest() throws IOException {}

  static Stream<CreateTableRequest> tables() {
    return Stream.of(
        Tables.facts("FactsTable"), Tables.scores("ScoresTable"), Tables.uploads("UploadsTable"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableOfTheTemplateIsTheTableOfTheCode(CreateTableRequest expected) {
    Resource table = template.resource(expected.tableName());
    assertThat(table.property("/BillingMode").asText()).isEqualTo(expected.billingModeAsString());
    assertThat(keys(table.property("/KeySchema"))).isEqualTo(keys(expected.keySchema()));
    assertThat(attributes(table))
        .isEqualTo(
            expected.attributeDefinitions().stream()
                .collect(Collectors.toMap(a -> a.attributeName(), a -> a.attributeTypeAsString())));
    assertThat(table.property("/StreamSpecification/StreamViewType").asText())
        .isEqualTo(
            expected.streamSpecification() == null
                ? ""
                : expected.streamSpecification().streamViewTypeAsString());
    assertThat(indexes(table))
        .isEqualTo(
            expected.globalSecondaryIndexes().stream()
                .collect(
                    Collectors.toMap(
                        index -> index.indexName(),
                        index ->
                            keys(index.keySchema())
                                + index.projection().projectionTypeAsString()
                                + index.projection().nonKeyAttributes())));
  }

  private static Map<String, String> attributes(Resource table) {
    return table
        .property("/AttributeDefinitions")
        .valueStream()
        .collect(
            Collectors.toMap(
                attribute -> attribute.path("AttributeName").asText(),
                attribute -> attribute.path("AttributeType").asText()));
  }

  private static Map<String, String> indexes(Resource table) {
    return table
        .property("/GlobalSecondaryIndexes")
        .valueStream()
        .collect(
            Collectors.toMap(
                index -> index.path("IndexName").asText(),
                index ->
                    keys(index.path("KeySchema"))
                        + index.at("/Projection/ProjectionType").asText()
                        + index
                            .at("/Projection/NonKeyAttributes")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList()));
  }

  private static String keys(JsonNode schema) {
    return schema
        .valueStream()
        .map(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText())
        .toList()
        .toString();
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(key -> key.attributeName() + " " + key.keyTypeAsString())
        .toList()
        .toString();
  }
}
