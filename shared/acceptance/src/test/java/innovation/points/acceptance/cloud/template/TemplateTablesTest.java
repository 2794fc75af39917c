package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.store.table.ScoreKeys;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The template's tables are those that tests and the local stack use. */
class TemplateTablesTest {

  private final Template template = Template.read();

  TemplateTablesTest() throws IOException {}

  @ParameterizedTest
  @MethodSource("innovation.points.acceptance.cloud.template.KeyedCalls#tables")
  void aTableOfTheTemplateIsTheTableOfTheCode(CreateTableRequest expected) {
    Resource table = template.resource(expected.tableName());
    assertThat(table.property("/BillingMode").asText()).isEqualTo(expected.billingModeAsString());
    assertThat(KeyedCalls.by(table.property("/KeySchema")))
        .isEqualTo(KeyedCalls.by(expected.keySchema()));
    assertThat(attributes(table))
        .isEqualTo(
            expected.attributeDefinitions().stream()
                .collect(Collectors.toMap(a -> a.attributeName(), a -> a.attributeTypeAsString())));
    assertThat(table.property("/StreamSpecification/StreamViewType").asText())
        .isEqualTo(KeyedCalls.stream(expected));
    assertThat(indexes(table))
        .isEqualTo(
            expected.globalSecondaryIndexes().stream()
                .collect(
                    Collectors.toMap(
                        index -> index.indexName(),
                        index ->
                            KeyedCalls.by(index.keySchema())
                                + index.projection().projectionTypeAsString()
                                + index.projection().nonKeyAttributes())));
  }

  /** Of what expires; other items have no such attribute. */
  @Test
  void keysOfRepeatedCallsExpire() {
    JsonNode expiry = template.resource("ScoresTable").property("/TimeToLiveSpecification");
    assertThat(expiry.path("AttributeName").asText()).isEqualTo(ScoreKeys.UNTIL);
    assertThat(expiry.path("Enabled").asBoolean()).isTrue();
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
                    KeyedCalls.by(index.path("KeySchema"))
                        + index.at("/Projection/ProjectionType").asText()
                        + index
                            .at("/Projection/NonKeyAttributes")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList()));
  }
}
