package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.testkit.Usccs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Thirty small files while a large one is taken in: for how long their drafts lag behind their
 * acceptance, beside the time that the large one takes. Run by hand; {@code -Drows=} sets the rows
 * of the large one.
 */
class SmallFilesBenchmark {

  private static final int ROWS = Integer.getInteger("rows", 30_000);
  private static final int SMALL = 30;

  @Test
  void draftsOfSmallFilesBesideALargeOne() throws Exception {
    try (var stack = LocalStack.start(LocalSettings.empty(), InstantSource.system())) {
      var api = new ApiClient(stack);
      var large = new StringBuilder("uscc,revenue\n");
      for (int i = 0; i < ROWS; i++) {
        large.append(Usccs.of(1_000 + i)).append(',').append(i % 900).append('\n');
      }
      Instant start = Instant.now();
      put(stack, "uploads/tax/operations/2025/large.csv", large.toString());
      while (uploads(api, "operations").isEmpty()) {
        Thread.sleep(20);
      }
      Map<String, Instant> accepted = new HashMap<>();
      Duration longest = Duration.ZERO;
      for (int i = 0; i < SMALL; i++) {
        put(stack, key(i), "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(uscc(i)));
        Thread.sleep(200);
      }
      Map<String, Instant> drafts = new HashMap<>();
      while (drafts.size() < SMALL) {
        for (JsonNode upload : uploads(api, "enterprises")) {
          if (upload.path("status").asText().equals("accepted")) {
            accepted.putIfAbsent(upload.path("key").asText(), Instant.now());
          }
        }
        for (JsonNode draft : api.json(DRAFTS, api.bureau()).path("items")) {
          drafts.putIfAbsent(draft.path("uscc").asText(), Instant.now());
        }
      }
      for (int i = 0; i < SMALL; i++) {
        Instant since = accepted.getOrDefault(key(i), Instant.MAX);
        Instant until = Objects.requireNonNull(drafts.get(uscc(i)));
        if (until.isAfter(since) && Duration.between(since, until).compareTo(longest) > 0) {
          longest = Duration.between(since, until);
        }
      }
      stack.wiring().awaitQuiet(Duration.ofMinutes(30));
      System.out.printf(
          Locale.ROOT,
          "drafts of %d small files lag %.1f s behind at most, while a large one of %,d rows takes"
              + " %.1f s%n",
          SMALL,
          longest.toMillis() / 1e3,
          ROWS,
          Duration.between(start, Instant.now()).toMillis() / 1e3);
      assertThat(uploads(api, "operations").at("/0/accepted").asInt()).isEqualTo(ROWS);
    }
  }

  private static final String DRAFTS = "/v1/years/2025/scores?edition=draft&limit=200";

  private static String key(int file) {
    return "uploads/science/enterprises/2025/small-%d.csv".formatted(file);
  }

  private static String uscc(int file) {
    return Usccs.of(file);
  }

  private static void put(LocalStack stack, String key, String text) {
    stack
        .s3()
        .client()
        .putObject(to -> to.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }

  private static JsonNode uploads(ApiClient api, String dataset) {
    return api.json("/v1/uploads?limit=200&dataset=" + dataset, api.bureau()).path("items");
  }
}
