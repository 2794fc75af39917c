package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.web.log.FaultException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bureau orders, sees and decides over HTTP, and what the schedule orders. */
class RecomputeApiTest {

  private static final String RUNS = "/v1/years/2025/recomputations";

  private final RecomputeBench bench = new RecomputeBench();

  @Test
  void anOrderedRunIsShownFromItsOrderToItsPublication() {
    bench.zone.known(2025, 3);

    var accepted = bench.call("POST", RUNS, "{\"publish\":true}", RecomputeBench.BUREAU);
    assertThat(accepted.status()).isEqualTo(202);
    String location = accepted.headers().getOrDefault("Location", "");
    assertThat(location).isEqualTo(RUNS + "/" + id(accepted.body()));
    assertThat(status(location)).isEqualTo("running");
    assertThat(get(location).path("progress").toString())
        .isEqualTo("{\"step\":\"waiting\",\"done\":0,\"total\":0}");
    assertThat(get(location).path("generation").isNull()).isTrue();

    bench.stream(bench.handler(), 2025, id(accepted.body()));

    JsonNode run = get(location);
    assertThat(run.path("status").asText()).isEqualTo("published");
    assertThat(run.path("inForce").asBoolean()).isTrue();
    assertThat(run.path("generation").asText()).isEqualTo(id(run));
    assertThat(run.path("rulebook").asText()).isEqualTo("xinxiang-2022-110");
    assertThat(run.path("counts").path("ranked").asInt()).isEqualTo(3);
    assertThat(run.path("changes").path("entered").asInt()).isEqualTo(3);
    assertThat(run.path("requestedBy").asText()).isEqualTo("bureau");
    assertThat(run.path("requestedAt").asText()).isEqualTo("2026-04-01T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | ''",
        "403 | \"cognito:groups\":\"[department]\",\"custom:department\":\"tax\"",
        "403 | \"cognito:groups\":\"enterprise\",\"custom:uscc\":\"91410700MA45000018\"",
        "403 | \"cognito:groups\":\"[administrators]\"",
      })
  void onlyTheBureauMayDoAnyOfIt(int status, String claims) {
    List<RecomputeBench.Answer> answers = new ArrayList<>();
    answers.add(call("POST", RUNS, "{\"publish\":true}", claims));
    answers.add(call("GET", RUNS, null, claims));
    answers.add(call("GET", RUNS + "/x", null, claims));

    assertThat(answers).extracting(RecomputeBench.Answer::status).containsOnly(status);
    assertThat(bench.runs.list(2025, 10, null).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                | 缺少字段 publish：完成后是否发布（true 或 false）",
        "{\"publish\":true,\"rulebook\":\"x\"} | 没有规则 x，现有：xinxiang-2022-110",
        "{\"publish\":\"yes\"}               | 字段 publish 应为true 或 false，收到：\"yes\"",
        "{\"publish\":true,\"dry\":true}     | 没有字段 dry",
      })
  void whatIsWrongWithAnOrderIsNamed(String body, String detail) {
    var refused = bench.call("POST", RUNS, body, RecomputeBench.BUREAU);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText()).isEqualTo(detail);
    assertThat(bench.runs.list(2025, 10, null).items()).isEmpty();
  }

  @Test
  void aDryRunNeedsNoPublish() {
    bench.zone.known(2025, 2);

    JsonNode run = bench.call("POST", RUNS, "{\"dryRun\":true}", RecomputeBench.BUREAU).body();
    bench.stream(bench.handler(), 2025, id(run));

    JsonNode done = get(RUNS + "/" + id(run));
    assertThat(done.path("status").asText()).isEqualTo("complete");
    assertThat(done.path("dryRun").asBoolean()).isTrue();
    assertThat(done.path("generation").isNull()).isTrue();
    assertThat(done.path("counts").path("enterprises").asInt()).isEqualTo(2);
  }

  @Test
  void aRunPublishesWithItsNoticePeriod() {
    bench.zone.known(2025, 2);
    var run =
        bench.call(
            "POST",
            RUNS,
            "{\"publish\":true,\"noticeUntil\":\"2026-04-10\"}",
            RecomputeBench.BUREAU);
    assertThat(run.body().path("noticeUntil").asText()).isEqualTo("2026-04-10");

    bench.stream(bench.handler(), 2025, run.body().path("id").asText());

    assertThat(bench.publications.of(2025).orElseThrow().noticeUntil()).hasToString("2026-04-10");
  }

  @Test
  void aRunThatDoesNotPublishHasNoNoticePeriod() {
    assertThat(
            bench
                .call(
                    "POST",
                    RUNS,
                    "{\"publish\":false,\"noticeUntil\":\"2026-04-10\"}",
                    RecomputeBench.BUREAU)
                .body()
                .path("detail")
                .asText())
        .isEqualTo("字段 noticeUntil 只用于完成后即发布的计算（publish 为 true）");
  }

  @Test
  void runsAreListedNewestFirstInPages() {
    var ids = new ArrayList<String>();
    for (int n = 0; n < 5; n++) {
      bench.pass(Duration.ofSeconds(1));
      ids.add(id(bench.call("POST", RUNS, "{\"publish\":false}", RecomputeBench.BUREAU).body()));
    }

    var listed = new ArrayList<String>();
    String query = "?limit=2";
    while (!query.isEmpty()) {
      JsonNode page = get(RUNS + query);
      page.path("items").forEach(run -> listed.add(id(run)));
      query = page.has("nextCursor") ? "?limit=2&cursor=" + page.path("nextCursor").asText() : "";
    }

    assertThat(listed).containsExactlyElementsOf(ids.reversed());
    assertThat(
            bench
                .call(
                    "GET", "/v1/years/2024/recomputations?cursor=AAAA", null, RecomputeBench.BUREAU)
                .status())
        .isEqualTo(400);
  }

  @Test
  void anUnknownRunIsNotFound() {
    var answer = bench.call("GET", RUNS + "/2025-x", null, RecomputeBench.BUREAU);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("detail").asText()).isEqualTo("2025 年度没有这次计算");
  }

  @Test
  void aRunWhoseInvocationDiedShowsAsFailedUntilItIsBegunAgain() {
    bench.zone.known(2025, 2);
    String run = bench.order(2025, true);
    var dying = FaultyClient.dyingAt(bench.tables.client(), 6, FaultyClient.When.BEFORE);
    assertThatThrownBy(() -> bench.stream(bench.handler(dying.proxy()), 2025, run))
        .isInstanceOf(FaultException.class)
        .hasMessage(FaultyClient.Died.class.getName());
    assertThat(status(RUNS + "/" + run)).isEqualTo("running");

    bench.pass(Duration.ofMinutes(16));

    JsonNode stalled = get(RUNS + "/" + run);
    assertThat(stalled.path("status").asText()).isEqualTo("failed");
    assertThat(stalled.path("failure").asText()).isEqualTo("执行中断，等待自动重试");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T15:59:59Z, 2024",
    // New Year in Shanghai.
    "2025-12-31T16:00:00Z, 2025",
    "2026-04-01T03:00:00+08:00, 2025",
  })
  void theScheduleOrdersTheYearBeforeItsTimeInShanghai(String time, int year) {
    JsonNode answer = bench.invoke(bench.handler(), "{\"scheduledTime\":\"%s\"}".formatted(time));
    bench.pass(Duration.ofMinutes(5));
    bench.invoke(bench.handler(), "{\"scheduledTime\":\"%s\"}".formatted(time));

    var runs = bench.runs.list(year, 10, null).items();
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().id()).isEqualTo(answer.path("run").asText());
    assertThat(runs.getFirst().order().publish()).isTrue();
    assertThat(runs.getFirst().order().by()).isEqualTo("schedule");
    assertThat(runs.getFirst().order().at()).isEqualTo(OffsetDateTime.parse(time).toInstant());
  }

  @Test
  void theScheduleSetsTheNoticePeriodItIsToldOf() {
    bench.invoke(bench.handler(), "{\"scheduledTime\":\"2026-03-31T19:00:00Z\",\"noticeDays\":7}");

    assertThat(bench.runs.list(2025, 10, null).items().getFirst().order().noticeUntil())
        .as("the first of April in Shanghai, and seven days")
        .isEqualTo(LocalDate.of(2026, 4, 8));
  }

  @Test
  void anEventOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> bench.invoke(bench.handler(), "{\"detail\":{}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a request, a scheduled time, stream records or a step, found [detail]");
  }

  @Test
  void streamRecordsThatOrderNothingAreLeftAlone() {
    String run = bench.order(2025, true);

    bench.invoke(
        bench.handler(),
        """
        {"Records":[
         {"eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"S":"run#2025"},"sk":{"S":"%s"}}}},
         {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"draft#2025#1"},"sk":{"S":"x"}}}}]}\
        """
            .formatted(run));

    assertThat(bench.run(2025, run).attempts()).isZero();
  }

  private RecomputeBench.Answer call(
      String method, String path, @Nullable String body, String claims) {
    return claims.isEmpty()
        ? bench.callWithoutToken(method, path, body)
        : bench.call(method, path, body, claims);
  }

  private JsonNode get(String path) {
    return bench.call("GET", path, null, RecomputeBench.BUREAU).body();
  }

  private String status(String path) {
    return get(path).path("status").asText();
  }

  private static String id(JsonNode run) {
    return run.path("id").asText();
  }
}
