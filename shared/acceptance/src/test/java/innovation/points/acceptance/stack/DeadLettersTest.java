package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The command in {@code docs/runbook.md} for each kind of dead letters restores the correct state.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

  private static final String ONE = "91410700XN2076766U";
  private static final String TWO = "91410700XN1997571R";
  private static final Duration QUIET = Duration.ofMinutes(4);

  /** The time of the schedule, which follows the clock. */
  private final int year = Instant.now().atZone(OfficialTime.ZONE).getYear() - 1;

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  private final ApiClient api = new ApiClient(stack);

  @BeforeAll
  void fill() throws Exception {
    put(
        "uploads/science/enterprises/%d/roster.csv".formatted(year),
        "uscc,name,registeredOn,industry\n%s,虚构一号公司,2018-05-06,C3464\n".formatted(ONE));
    put(
        "uploads/tax/operations/%d/operations.csv".formatted(year),
        "uscc,revenue,rdExpense\n%s,1500,120\n".formatted(ONE));
    stack.wiring().awaitQuiet(QUIET);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  /**
   * Simulates changes that were given up: the first was never applied, the second was not removed.
   */
  @Test
  void anOrderInTheBucketRepairsADraftThatLostChanges() throws Exception {
    JsonNode before = draft();
    assertThat(before).hasSize(1);
    var row = draftItem(ONE);
    var stale = new HashMap<>(row);
    stale.put("sk", AttributeValue.fromS(TWO));
    stale.put("pk", partition(TWO));
    stack.tables().client().putItem(put -> put.tableName(LocalDynamoDb.SCORES).item(stale));
    stack
        .tables()
        .client()
        .deleteItem(
            delete ->
                delete
                    .tableName(LocalDynamoDb.SCORES)
                    .key(Map.of("pk", partition(ONE), "sk", AttributeValue.fromS(ONE))));
    assertThat(draftItem(ONE)).isEmpty();
    assertThat(draftItem(TWO)).isNotEmpty();

    put("rebuilds/20260402T100000Z.json", "");
    stack.wiring().awaitQuiet(QUIET);

    assertThat(draftItem(TWO)).as("who has no facts").isEmpty();
    assertThat(withoutTime(draft())).isEqualTo(withoutTime(before));
  }

  @Test
  void aManualFiringComputesThePreviousYearAndWaitsForApproval() throws Exception {
    assertThat(stack.wiring().schedule().fire(Instant.now())).isTrue();
    stack.wiring().awaitQuiet(QUIET);

    assertThat(
            api.json("/v1/years/%d/recomputations".formatted(year), api.bureau())
                .at("/items/0/status")
                .asText())
        .isEqualTo("awaiting-approval");
    assertThat(api.json("/v1/years", null).path("items")).isEmpty();
  }

  private JsonNode draft() {
    return api.json("/v1/years/%d/scores?edition=draft".formatted(year), api.bureau())
        .path("items");
  }

  private static String withoutTime(JsonNode items) {
    return items.toString().replaceAll("\"evaluatedAt\":\"[^\"]*\"", "");
  }

  private Map<String, AttributeValue> draftItem(String uscc) {
    return stack
        .tables()
        .client()
        .getItem(
            get ->
                get.tableName(LocalDynamoDb.SCORES)
                    .consistentRead(true)
                    .key(Map.of("pk", partition(uscc), "sk", AttributeValue.fromS(uscc))))
        .item();
  }

  private AttributeValue partition(String uscc) {
    return AttributeValue.fromS("draft#%d#%d".formatted(year, Math.floorMod(uscc.hashCode(), 8)));
  }

  private void put(String key, String text) {
    stack
        .s3()
        .client()
        .putObject(r -> r.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }
}
