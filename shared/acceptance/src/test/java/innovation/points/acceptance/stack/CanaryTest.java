package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.store.facts.FileVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Plants names, codes, figures, texts and tokens in every input, takes the system through success
 * and failure, and searches every log line of every function for them. Metrics are log lines, so
 * they are searched too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

  private static final String ONE = "91410700XN2076766U";
  private static final String TWO = "91410700XN1997571R";
  private static final String NAME = "金丝雀";
  private static final String WORD = "canary-word";
  private static final String FIGURE = "7654321";

  /** No log line may contain any of these. */
  private static final List<String> CANARIES =
      List.of(ONE, TWO, NAME, WORD, FIGURE, encoded(NAME), "\\u91d1\\u4e1d", "Bearer", "C3464");

  private static final Duration QUIET = Duration.ofMinutes(4);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private LocalStack stack;
  private ApiClient api;
  private String tax;
  private String one;
  private Path logs;

  @BeforeAll
  void plant(@TempDir Path folder) throws Exception {
    logs = folder.resolve("logs");
    stack = LocalStack.start(LocalSettings.empty().withLogs(logs), InstantSource.system());
    api = new ApiClient(stack);
    tax = stack.token(List.of("department"), "tax", null);
    one = stack.token(List.of("enterprise"), null, ONE);
    succeed();
    refuse();
    stack.wiring().awaitQuiet(QUIET);
    fail();
  }

  @AfterAll
  void stop() {
    http.close();
    stack.close();
  }

  @Test
  void noLineOfAnyLogHasOne() throws IOException {
    var canaries = new ArrayList<>(CANARIES);
    for (String token : List.of(api.bureau(), tax, one)) {
      canaries.addAll(List.of(token.split("\\.", -1)));
    }
    for (String function :
        List.of("upload", "ingest", "score", "recompute", "desk", "lookup", "portal")) {
      List<String> lines = lines(function);
      assertThat(lines).as("%s was at work", function).isNotEmpty();
      assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(canaries));
    }
  }

  /** Otherwise the test would search empty logs. */
  @Test
  void theFailuresWereReached() throws IOException {
    for (String function : List.of("ingest", "score", "recompute", "lookup")) {
      assertThat(lines(function))
          .as(function)
          .anyMatch(line -> line.contains("\"level\":\"ERROR\"") && line.contains("\"cause\":"));
    }
    assertThat(lines("score")).anyMatch(line -> line.contains("\"record\":"));
    assertThat(lines("recompute"))
        .anyMatch(line -> line.contains("innovation.points.web.log.FaultException"));
  }

  @Test
  void everyLineIsOneDocumentWithItsSubject() throws IOException {
    for (String function :
        List.of("upload", "ingest", "score", "recompute", "desk", "lookup", "portal")) {
      for (JsonNode line : documents(function)) {
        assertThat(line.path("level").asText()).as(line.toString()).isIn("INFO", "ERROR");
        assertThat(line.path("requestId").asText()).as(line.toString()).isNotEmpty();
      }
    }
    assertThat(documents("upload")).anyMatch(line -> line.path("upload").isTextual());
    assertThat(documents("ingest")).anyMatch(line -> line.path("upload").isTextual());
    assertThat(documents("recompute")).anyMatch(line -> line.path("generation").isTextual());
    assertThat(documents("lookup")).anyMatch(line -> line.path("generation").isTextual());
  }

  @Test
  void aFileIsFollowedFromTheQueueToTheDraft() throws IOException {
    String file = FileVersion.fileId("uploads/science/enterprises/2025/%s.csv".formatted(NAME));
    for (String function : List.of("ingest", "score")) {
      List<JsonNode> lines = documents(function);
      assertThat(lines).allMatch(line -> line.path("files").isTextual());
      assertThat(lines).as(function).anyMatch(line -> line.path("files").asText().contains(file));
    }
  }

  @Test
  void metricsSayWhatHappened() throws IOException {
    var metrics = new TreeSet<String>();
    for (String function : List.of("ingest", "score", "recompute")) {
      for (JsonNode line : documents(function)) {
        for (JsonNode metric : line.at("/_aws/CloudWatchMetrics/0/Metrics")) {
          metrics.add(function + " " + metric.path("Name").asText());
          assertThat(line.path("FunctionName").asText()).isEqualTo(function);
        }
      }
    }
    assertThat(metrics)
        .containsExactly(
            "ingest FileAge",
            "ingest FilesRejected",
            "ingest RowsAccepted",
            "ingest RowsRejected",
            "recompute RunDuration",
            "recompute RunProgress",
            "recompute RunsFailed",
            "recompute RunsFinished",
            "score DraftLag",
            "score EnterprisesFailed",
            "score EnterprisesScored");
    assertThat(
            documents("ingest").stream()
                .filter(line -> line.path("Dataset").asText().equals("operations"))
                .filter(line -> line.path("status").asText().equals("partial"))
                .map(line -> line.path("RowsAccepted") + " " + line.path("RowsRejected")))
        .contains("1 1");
  }

  /** Successful calls, with canaries in every value. */
  private void succeed() throws Exception {
    put(
        "uploads/science/enterprises/2025/%s.csv".formatted(NAME),
        "统一社会信用代码,企业名称,成立日期,行业代码,所属园区,%s列\n%s,%s甲,2018-05-06,C3464,%s园,%s\n%s,%s乙,2019-07-08,C3464,,\n"
            .formatted(NAME, ONE, NAME, NAME, WORD, TWO, NAME));
    put(
        "uploads/tax/operations/2025/%s.csv".formatted(NAME),
        "统一社会信用代码,企业名称,营业收入(万元),研发费用(万元)\n%s,%s,%s,%s.25\n%s,%s,%s,\n"
            .formatted(ONE, NAME, FIGURE, FIGURE, TWO, NAME, WORD));
    put("rulebooks/%s.yaml".formatted(WORD), "id: %s\ntitle: %s\n".formatted(WORD, NAME));
    stack.wiring().awaitQuiet(QUIET);
    ok(201, post("/v1/uploads", tax, announcement("operations", NAME + ".csv")));
    ok(
        201,
        post(
            "/v1/self-reports",
            one,
            "{\"dataset\":\"operations\",\"year\":2025,\"rows\":[{\"openingNetAssets\":%s}]}"
                .formatted(FIGURE)));
    stack.wiring().awaitQuiet(QUIET);
    JsonNode run = api.recompute(2025, "{\"publish\":true}");
    assertThat(run.path("status").asText()).isEqualTo("published");
    for (String path :
        List.of(
            "/v1/enterprises?q=" + encoded(NAME),
            "/v1/years/2025/enterprises/" + ONE,
            "/v1/years/2025/rankings?industry=" + WORD,
            "/v1/years/2025/enterprises/" + ONE + "/profile",
            "/v1/years/2025/enterprises/" + ONE + "/profile?edition=draft",
            "/v1/enterprises/" + ONE + "/history",
            "/v1/years/2025/scores?edition=draft",
            "/v1/years/2025/completeness",
            "/v1/years/2025/rewards?uscc=" + ONE,
            "/v1/uploads?year=2025",
            "/enterprise?uscc=" + ONE,
            "/?q=" + encoded(NAME))) {
      assertThat(api.get(path, api.bureau()).statusCode()).as(path).isLessThan(500);
    }
    post(
        "/v1/years/2025/enterprises/%s/simulations".formatted(ONE),
        one,
        "{\"changes\":{\"rdExpense\":%s}}".formatted(FIGURE));
    post(
        "/v1/questions",
        one,
        """
        {"year":2025,"uscc":"%s","about":{"kind":"indicator","id":"1.1"},"text":"%s %s"}
        """
            .formatted(ONE, NAME, WORD));
    post("/v1/years/2025/enterprises/%s/letters".formatted(ONE), one, "{}");
  }

  /** Calls that fail because of their input. */
  private void refuse() throws Exception {
    put("uploads/tax/operations/2025/%s-2.csv".formatted(NAME), NAME + WORD + FIGURE);
    put("uploads/%s/%s/%s/%s".formatted(NAME, WORD, FIGURE, ONE), NAME);
    put("uploads/tax/%s/2025/x.csv".formatted(WORD), NAME);
    put("uploads/tax/operations/2025/%s.xlsx".formatted(NAME), "PK" + NAME);
    post("/v1/uploads", tax, "{\"%s\":\"%s\"".formatted(WORD, NAME));
    post("/v1/uploads", tax, announcement("credit", NAME + ".csv"));
    post("/v1/uploads", one, announcement("operations", TWO + ".csv"));
    post("/v1/uploads", null, announcement("operations", NAME + ".csv"));
    post("/v1/uploads", "%s.%s.%s".formatted(WORD, WORD, WORD), "{}");
    for (String path :
        List.of(
            "/v1/" + WORD,
            "/v1/years/%s/enterprises/%s".formatted(FIGURE, ONE),
            "/v1/years/2025/enterprises/" + encoded(NAME),
            "/v1/years/2025/enterprises/%s/profile?edition=%s".formatted(TWO, WORD),
            "/v1/years/2025/rankings?cursor=%s&limit=%s".formatted(WORD, FIGURE),
            "/v1/uploads/" + WORD,
            "/v1/letters/" + WORD,
            "/" + encoded(NAME) + "?" + WORD + "=" + ONE)) {
      assertThat(api.get(path, one).statusCode()).as(path).isBetween(200, 499);
    }
    var strange =
        HttpRequest.newBuilder(stack.api().resolve("/v1/years"))
            .header("X-Request-Id", WORD)
            .header("User-Agent", WORD)
            .header("If-None-Match", "\"%s\"".formatted(WORD))
            .header("Accept", "text/" + WORD)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(NAME))
            .build();
    http.send(strange, HttpResponse.BodyHandlers.discarding());
    // The year has no roster, so the run is refused.
    api.recompute(2031, "{\"publish\":true}");
  }

  /** Failures of machines, tables and queues. */
  private void fail() throws Exception {
    var damaged =
        Map.of(
            "uscc", AttributeValue.fromS(ONE),
            "sk", AttributeValue.fromS("operations#2025#%s#0".formatted(WORD)),
            "key", AttributeValue.fromS(NAME),
            "rows", AttributeValue.fromL(List.of(AttributeValue.fromS(NAME))));
    stack.tables().client().putItem(put -> put.tableName(LocalDynamoDb.FACTS).item(damaged));
    stack.wiring().queue().send("{\"%s\": %s".formatted(WORD, NAME));
    var draft =
        Map.of(
            "pk", AttributeValue.fromS("draft#2025#" + Math.floorMod(TWO.hashCode(), 8)),
            "sk", AttributeValue.fromS(TWO),
            "status", AttributeValue.fromS(NAME));
    stack.tables().client().putItem(put -> put.tableName(LocalDynamoDb.SCORES).item(draft));
    assertThat(
            api.get("/v1/years/2025/enterprises/" + TWO + "/profile?edition=draft", api.bureau())
                .statusCode())
        .isEqualTo(500);
    ok(202, post("/v1/years/2025/recomputations", api.bureau(), "{\"publish\":false}"));
    await("ingest", "\"outcome\":\"failed\"");
    await("score", "\"record\":");
    await("recompute", "FaultException");
  }

  private void await(String function, String text) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines(function).stream().noneMatch(line -> line.contains(text))) {
      assertThat(System.nanoTime()).as("%s logs %s", function, text).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private HttpResponse<String> post(String path, @Nullable String token, String body) {
    return api.post(path, token, body);
  }

  private static void ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private static String announcement(String dataset, String filename) {
    return "{\"dataset\":\"%s\",\"year\":2025,\"filename\":\"%s\",\"bytes\":%s,\"sha256\":\"%s\"}"
        .formatted(dataset, filename, FIGURE, "ab".repeat(32));
  }

  private void put(String key, String text) {
    stack
        .s3()
        .client()
        .putObject(r -> r.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }

  private List<String> lines(String function) throws IOException {
    Path file = logs.resolve(function + ".log");
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  /** The lines that the function wrote, without the time that the local stack prepends. */
  private List<JsonNode> documents(String function) throws IOException {
    var documents = new ArrayList<JsonNode>();
    for (String line : lines(function)) {
      String text = line.substring(line.indexOf(' ') + 1);
      if (!text.startsWith(function + " ") && !line.startsWith("\tat ")) {
        documents.add(ApiClient.read(text));
      }
    }
    return documents;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
