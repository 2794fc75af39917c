package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.local.events.StreamMapping;
import innovation.points.local.events.Wiring;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The local stack delivers events with the batch sizes and retries of {@code template.yaml}. */
class WiringTest {

  private final Template template = Template.read();

  WiringTest() throws IOException {}

  @Test
  void theQueueHidesAndGivesUpAsInTheCloud() {
    Resource queue = template.resource("UploadQueue");
    assertThat(Wiring.VISIBILITY.toSeconds())
        .isEqualTo(queue.property("/VisibilityTimeout").asLong());
    assertThat(Wiring.MAX_RECEIVES)
        .isEqualTo(queue.property("/RedrivePolicy/maxReceiveCount").asInt());
  }

  @Test
  void theStreamsAreReadAsInTheCloud() {
    assertAsIn(template.function("score").property("/Events/Facts/Properties"), Wiring.FACTS);
    assertAsIn(template.function("score").property("/Events/Bulk/Properties"), Wiring.FACTS);
    assertAsIn(template.function("recompute").property("/Events/Runs/Properties"), Wiring.RUNS);
    assertAsIn(template.function("recompute").property("/Events/Trail/Properties"), Wiring.TRAIL);
  }

  /** What a change was and is: nothing, an item of the bulk lane, any other. */
  private enum Image {
    NONE,
    BULK,
    OTHER;

    Map<String, AttributeValue> of(String uscc) {
      return switch (this) {
        case NONE -> Map.of();
        case BULK -> Map.of("uscc", text(uscc), "lane", text("bulk"));
        case OTHER -> Map.of("uscc", text(uscc));
      };
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  @ParameterizedTest
  @CsvSource({
    "INSERT, NONE,  BULK,  A,     Bulk",
    "INSERT, NONE,  OTHER, A,     Facts",
    "MODIFY, BULK,  BULK,  A,     Bulk",
    "MODIFY, OTHER, BULK,  A,     Bulk",
    "MODIFY, BULK,  OTHER, A,     Facts",
    "MODIFY, OTHER, OTHER, A,     Facts",
    "REMOVE, BULK,  NONE,  A,     Bulk",
    "REMOVE, OTHER, NONE,  A,     Facts",
    "INSERT, NONE,  BULK,  #zone, Bulk",
    "MODIFY, BULK,  OTHER, #zone, Facts"
  })
  void everyChangeOfFactsIsInOneLane(
      OperationType type, Image before, Image after, String uscc, String lane) throws IOException {
    Record change =
        Record.builder()
            .eventName(type)
            .dynamodb(
                said ->
                    said.keys(Map.of("uscc", text(uscc), "sk", text("x")))
                        .oldImage(before.of(uscc))
                        .newImage(after.of(uscc)))
            .build();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode said = event.putObject("dynamodb");
    said.set("Keys", attributes(change.dynamodb().keys()));
    if (before != Image.NONE) {
      said.set("OldImage", attributes(before.of(uscc)));
    }
    if (after != Image.NONE) {
      said.set("NewImage", attributes(after.of(uscc)));
    }

    assertThat(Wiring.isBulk(change)).isEqualTo(lane.equals("Bulk"));
    for (String each : List.of("Facts", "Bulk")) {
      boolean passes = false;
      for (JsonNode filter :
          template
              .function("score")
              .property("/Events/" + each + "/Properties/FilterCriteria/Filters")) {
        JsonNode pattern = new ObjectMapper().readTree(filter.path("Pattern").asText());
        passes |= matches(pattern, event);
      }
      assertThat(passes).as(each).isEqualTo(each.equals(lane));
    }
  }

  private static ObjectNode attributes(Map<String, AttributeValue> item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    item.forEach((name, value) -> json.putObject(name).put("S", value.s()));
    return json;
  }

  /** As Lambda filters: all names of a pattern, one of the rules of each. */
  private static boolean matches(JsonNode pattern, JsonNode found) {
    if (pattern.isObject()) {
      return pattern.properties().stream()
          .allMatch(entry -> matches(entry.getValue(), found.path(entry.getKey())));
    }
    boolean any = false;
    for (JsonNode rule : pattern) {
      any |=
          rule.has("exists")
              ? rule.path("exists").asBoolean() != found.isMissingNode()
              : rule.equals(found);
    }
    return any;
  }

  private static void assertAsIn(JsonNode stream, StreamMapping.Settings settings) {
    assertThat(settings.batchSize()).isEqualTo(stream.path("BatchSize").asInt());
    assertThat(settings.retries()).isEqualTo(stream.path("MaximumRetryAttempts").asInt());
    assertThat(settings.age().toSeconds())
        .isEqualTo(stream.path("MaximumRecordAgeInSeconds").asLong());
    assertThat(settings.bisect())
        .isEqualTo(stream.path("BisectBatchOnFunctionError").asBoolean(false));
    assertThat(settings.window().isPositive())
        .isEqualTo(stream.path("MaximumBatchingWindowInSeconds").asInt(0) > 0);
  }
}
