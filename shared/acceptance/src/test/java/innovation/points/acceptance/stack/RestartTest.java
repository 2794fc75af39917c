package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.FaultHooks;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.Runs;
import innovation.points.testkit.Approvals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stack that is stopped and started again on the same folder. */
class RestartTest {

  private static final String ONE = "91410700XN2076766U";
  private static final String ROSTER = "uploads/science/enterprises/2025/roster.csv";
  private static final String OPERATIONS = "uploads/tax/operations/2025/operations.csv";
  private static final Duration QUIET = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void factsScoresAndPublicationsAreTheSame() throws Exception {
    JsonNode profile;
    JsonNode years;
    List<Map<String, AttributeValue>> facts;
    String token;
    try (LocalStack stack = start()) {
      assertThat(stack.bucketIsNew()).isTrue();
      put(stack.s3(), ROSTER, "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(ONE));
      put(stack.s3(), OPERATIONS, "uscc,revenue\n%s,1500\n".formatted(ONE));
      stack.wiring().awaitQuiet(QUIET);
      var api = new ApiClient(stack);
      assertThat(api.recompute(2025, "{\"publish\":true}").path("status").asText())
          .isEqualTo("published");
      stack.wiring().awaitQuiet(QUIET);
      profile = profile(stack);
      years = api.json("/v1/years", null);
      facts = facts(stack);
      token = stack.token(List.of("bureau"), null, null);
    }
    try (LocalStack stack = start()) {
      assertThat(stack.bucketIsNew()).isFalse();
      stack.wiring().awaitQuiet(QUIET);
      assertThat(facts(stack)).containsExactlyInAnyOrderElementsOf(facts);
      assertThat(profile(stack)).isEqualTo(profile);
      assertThat(new ApiClient(stack).json("/v1/years", null)).isEqualTo(years);
      assertThat(token).as("signed by the same key").startsWith(token.split("\\.", 2)[0]);

      put(stack.s3(), OPERATIONS, "uscc,revenue\n%s,1700\n".formatted(ONE));
      stack.wiring().awaitQuiet(QUIET);
      assertThat(revenue(profile(stack, "draft"))).isEqualTo(1700);
      assertThat(withoutAdvice(profile(stack))).isEqualTo(withoutAdvice(profile));
    }
  }

  @Test
  void undeliveredEventsAreDeliveredAtTheNextStart() throws Exception {
    try (LocalStack stack = start()) {
      put(stack.s3(), ROSTER, "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(ONE));
      stack.wiring().awaitQuiet(QUIET);
    }
    // Only the bucket runs: its changes reach no function, as when the process dies at once.
    var lost = new ArrayList<Object>();
    try (var bucket = new LocalS3(folder.resolve("bucket"), 0, InstantSource.system(), lost::add)) {
      put(bucket, OPERATIONS, "uscc,revenue\n%s,1500\n".formatted(ONE));
    }
    assertThat(lost).hasSize(1);
    try (LocalStack stack = start()) {
      stack.wiring().awaitQuiet(QUIET);
      assertThat(revenue(profile(stack, "draft"))).isEqualTo(1500);
    }
  }

  @Test
  void aStopWaitsForNoLargeFileAndTheNextStartTakesItUp() throws Exception {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var endless =
        new FaultHooks() {
          @Override
          public LocalFunction function(LocalFunction function) {
            return function.name().equals("ingest")
                ? function.behind((event, far) -> hold(begun, never, far.invoke(event)))
                : function;
          }
        };
    LocalSettings settings = LocalSettings.empty().withData(folder);
    LocalStack first = LocalStack.start(settings, InstantSource.system(), endless);
    put(first.s3(), ROSTER, "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(ONE));
    put(first.s3(), OPERATIONS, "uscc,revenue\n%s,1500\n".formatted(ONE));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    first.close(); // an invocation that never ends would hold it for ever
    try (LocalStack second = start()) {
      second.wiring().awaitQuiet(QUIET);
      assertThat(revenue(profile(second, "draft"))).isEqualTo(1500);
    } finally {
      never.countDown();
    }
  }

  private static byte[] hold(CountDownLatch begun, CountDownLatch never, byte[] answer) {
    begun.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  @Test
  void aLeaseOfADeadProcessBlocksNothing() throws Exception {
    try (LocalStack stack = start()) {
      put(stack.s3(), ROSTER, "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(ONE));
      put(stack.s3(), OPERATIONS, "uscc,revenue\n%s,1500\n".formatted(ONE));
      stack.wiring().awaitQuiet(QUIET);
    }
    try (var tables = new LocalDynamoDb(folder.resolve("tables"), null);
        var bucket = new LocalS3(folder.resolve("bucket"), 0, InstantSource.system(), _ -> {})) {
      put(bucket, OPERATIONS, "uscc,revenue\n%s,1600\n".formatted(ONE));
      tables
          .client()
          .updateItem(
              r ->
                  r.tableName(LocalDynamoDb.UPLOADS)
                      .key(
                          Map.of(
                              "key", AttributeValue.fromS(OPERATIONS),
                              "sk", AttributeValue.fromS("head")))
                      .updateExpression(
                          "SET leaseHolder = :dead, leaseToken = :dead, leaseUntil = :late")
                      .expressionAttributeValues(
                          Map.of(
                              ":dead", AttributeValue.fromS("dead"),
                              ":late", AttributeValue.fromN("99999999999999"))));
    }
    try (LocalStack stack = start()) {
      stack.wiring().awaitQuiet(QUIET);
      assertThat(stack.wiring().queue().deadLetters()).isEmpty();
      assertThat(revenue(profile(stack, "draft"))).isEqualTo(1600);
    }
  }

  @Test
  void aRunOfADeadProcessIsResumed() throws Exception {
    try (LocalStack stack = start()) {
      put(stack.s3(), ROSTER, "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(ONE));
      stack.wiring().awaitQuiet(QUIET);
    }
    Instant now = Instant.now();
    try (var tables = new LocalDynamoDb(folder.resolve("tables"), null)) {
      var runs = new Runs(tables.client(), LocalDynamoDb.SCORES);
      runs.order(
          Run.ordered(2025, "left", new Run.Order(true, null, false, Approvals.PREPARES, now)));
      assertThat(runs.claim(2025, "left", "dead", now, now.plus(Duration.ofHours(1))))
          .isInstanceOf(RunClaim.Held.class);
    }
    try (LocalStack stack = start()) {
      stack.wiring().awaitQuiet(QUIET);
      var api = new ApiClient(stack);
      assertThat(
              api.json("/v1/years/2025/recomputations/left", api.bureau()).path("status").asText())
          .isEqualTo("awaiting-approval");
    }
  }

  @Test
  void twoStacksDoNotShareAFolder() {
    try (LocalStack _ = start()) {
      assertThatIllegalStateException()
          .isThrownBy(this::start)
          .withMessage("目录 %s 正被另一个本地服务使用".formatted(folder));
    }
  }

  private LocalStack start() {
    return LocalStack.start(LocalSettings.empty().withData(folder), InstantSource.system());
  }

  private static void put(LocalS3 s3, String key, String text) {
    s3.client().putObject(r -> r.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }

  private static List<Map<String, AttributeValue>> facts(LocalStack stack) {
    return stack
        .tables()
        .client()
        .scanPaginator(r -> r.tableName(LocalDynamoDb.FACTS))
        .items()
        .stream()
        .toList();
  }

  private static JsonNode profile(LocalStack stack) {
    return profile(stack, "published");
  }

  private static JsonNode profile(LocalStack stack, String edition) {
    var api = new ApiClient(stack);
    return api.json(
        "/v1/years/2025/enterprises/" + ONE + "/profile?edition=" + edition, api.bureau());
  }

  private static double revenue(JsonNode profile) {
    return profile
        .path("indicators")
        .valueStream()
        .filter(node -> node.path("id").asText().equals("2.2"))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }

  /** Advice is tried on the facts as they are now. */
  private static JsonNode withoutAdvice(JsonNode profile) {
    return ((ObjectNode) profile.deepCopy())
        .remove(List.of("adviceFrom", "weakPoints", "warnings"));
  }
}
