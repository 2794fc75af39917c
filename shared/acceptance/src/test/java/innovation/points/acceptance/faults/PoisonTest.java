package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Permanent failures end as dead letters, block nothing else, and are repaired by the one command
 * that {@code docs/runbook.md} has for the local stack.
 */
class PoisonTest {

  private static final String ONE = "91410700XN2076766U";
  private static final String TWO = "91410700XN1997571R";
  private static final String DRAFT = "/v1/years/2025/scores?edition=draft";
  private static final Duration QUIET = Duration.ofMinutes(5);

  @Test
  void oneCommandReplaysEveryDeadLetterSuccessfully() throws Exception {
    var chaos = new Chaos(1, 5000);
    chaos.calm();
    var settings =
        new LocalSettings(0, 0, 0, null, false, false, null, null, FourEyes.OFF, Disclosure.ALL);
    try (var stack = LocalStack.start(settings, InstantSource.system(), chaos);
        var caller = new FaultyCaller(stack)) {
      chaos.poison(
          call ->
              // A file that cannot be read, an enterprise that cannot be scored, no publication.
              (call.startsWith("GET ") && call.contains("poisoned.csv"))
                  || (call.contains("draft#2025#") && call.contains(TWO))
                  || (call.contains("TransactWriteItems") && call.contains("\"published\"")));
      put(
          stack,
          "uploads/science/enterprises/2025/roster.csv",
          "uscc,name,registeredOn,industry\n%s,虚构一号公司,2018-05-06,C3464\n%s,虚构二号公司,2018-05-06,C3464\n"
              .formatted(ONE, TWO));
      put(
          stack,
          "uploads/tax/operations/2025/poisoned.csv",
          "uscc,revenue\n%s,1500\n%s,1600\n".formatted(ONE, TWO));
      stack.wiring().awaitQuiet(QUIET);
      caller.send(
          "POST",
          "/v1/years/2025/recomputations",
          "{\"publish\":true,\"override\":{\"reason\":\"数据以后补齐\"}}");
      stack.wiring().awaitQuiet(QUIET);

      assertThat(letters(caller).size()).as("a message, a batch, a run").isGreaterThanOrEqualTo(3);
      assertThat(statuses(caller)).containsExactly(ONE + " incomplete");
      assertThat(caller.get("/v1/years").path("items")).isEmpty();

      chaos.mend();
      caller.send("POST", "/local/dead-letters/redrive", "");
      stack.wiring().awaitQuiet(QUIET);

      assertThat(letters(caller)).isEmpty();
      assertThat(statuses(caller)).containsExactlyInAnyOrder(ONE + " scored", TWO + " scored");
      assertThat(caller.get("/v1/years").path("items"))
          .extracting(year -> year.path("year").asInt())
          .containsExactly(2025);
      assertThat(caller.order("/v1/rebuilds", "{\"dryRun\":true}").path("equal").asBoolean())
          .isTrue();
    }
  }

  private static JsonNode letters(FaultyCaller caller) throws InterruptedException {
    return caller.get("/local/dead-letters").path("items");
  }

  private static List<String> statuses(FaultyCaller caller) throws InterruptedException {
    return caller.items(DRAFT).stream()
        .map(item -> item.path("uscc").asText() + " " + item.path("status").asText())
        .toList();
  }

  private static void put(LocalStack stack, String key, String text) {
    stack
        .s3()
        .client()
        .putObject(r -> r.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }
}
