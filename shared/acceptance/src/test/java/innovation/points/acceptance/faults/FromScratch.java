package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.person.FourEyes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares a stack that met faults with one that is given the files in force and meets none. */
final class FromScratch {

  private static final Duration QUIET = Duration.ofMinutes(5);

  private FromScratch() {}

  /** Facts, drafts of two years and the ranking of the later one are the same. */
  static void assertSame(LocalStack stack, FaultyCaller caller, FaultsZone zone, int year)
      throws Exception {
    JsonNode audit = caller.order("/v1/rebuilds", "{\"dryRun\":true}");
    assertThat(audit.path("equal").asBoolean()).as(audit.toString()).isTrue();
    try (var fresh =
            LocalStack.start(
                LocalSettings.empty().withFourEyes(FourEyes.OFF), InstantSource.system());
        var other = new FaultyCaller(fresh)) {
      zone.replay(fresh.s3().client());
      fresh.wiring().awaitQuiet(QUIET);
      assertThat(facts(stack)).containsExactlyInAnyOrderEntriesOf(facts(fresh));
      for (int drafted : List.of(year - 1, year)) {
        assertThat(draft(caller, drafted)).isEqualTo(draft(other, drafted)).isNotEmpty();
      }
      assertThat(caller.publish(year).path("status").asText()).isEqualTo("published");
      assertThat(other.publish(year).path("status").asText()).isEqualTo("published");
      // The departments' changes may leave no enterprise with sufficient coverage.
      assertThat(ranking(caller, year)).isEqualTo(ranking(other, year));
    }
  }

  /** The rows by item: as values, since the fields of a row have no order. */
  private static Map<String, AttributeValue> facts(LocalStack stack) {
    var rows = new HashMap<String, AttributeValue>();
    stack
        .tables()
        .client()
        .scanPaginator(scan -> scan.tableName(LocalDynamoDb.FACTS))
        .items()
        .forEach(
            item -> {
              // Touch items only notify the stream, and delivery marks remain.
              if (item.containsKey("rows")) {
                rows.put(item.get("uscc") + " " + item.get("sk"), item.get("rows"));
              }
            });
    return rows;
  }

  private static Map<String, String> draft(FaultyCaller caller, int year)
      throws InterruptedException {
    var rows = new HashMap<String, String>();
    for (JsonNode item : caller.items("/v1/years/%d/scores?edition=draft".formatted(year))) {
      ((ObjectNode) item).remove("evaluatedAt");
      rows.put(item.path("uscc").asText(), item.toString());
    }
    return rows;
  }

  private static List<String> ranking(FaultyCaller caller, int year) throws InterruptedException {
    return caller.items("/v1/years/%d/rankings".formatted(year)).stream()
        .map(JsonNode::toString)
        .toList();
  }
}
