package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.audit.TrailReader;
import innovation.points.store.audit.TrailSealer;
import innovation.points.testkit.FaultyClient;
import innovation.points.web.log.FaultException;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bureau orders, sees and decides over HTTP, and what the schedule orders. */
class RecomputeApiTest {

  /** By a zone of one, whatever the checks say. */
  private static final String PUBLISH = "{\"publish\":true,\"override\":{\"reason\":\"数据以后补齐\"}}";

  private static final String RUNS = "/v1/years/2025/recomputations";

  private final RecomputeBench bench = new RecomputeBench();

  @Test
  void anOrderedRunIsShownFromItsOrderToItsPublication() {
    bench.zone.known(2025, 3);

    var accepted = bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU);
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
            PUBLISH.replace("}}", "},\"noticeUntil\":\"2026-04-10\"}"),
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
        .isEqualTo("字段 noticeUntil 只用于完成后发布的计算（publish 为 true）");
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
    var dying = FaultyClient.dyingAt(6, FaultyClient.When.BEFORE);
    assertThatThrownBy(
            () -> bench.stream(bench.handler(dying.of(bench.tables.client())), 2025, run))
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
    assertThat(runs.getFirst().order().by()).isEqualTo(Person.SCHEDULE);
    assertThat(runs.getFirst().order().at()).isEqualTo(OffsetDateTime.parse(time).toInstant());
  }

  @Test
  void theScheduleComputesAndWaitsWhateverTheZone() {
    bench.zone.known(2025, 2);
    JsonNode answer = bench.invoke(bench.handler(), "{\"scheduledTime\":\"2026-03-31T19:00:00Z\"}");
    String run = answer.path("run").asText();

    bench.stream(bench.handler(), 2025, run);

    assertThat(status(RUNS + "/" + run)).isEqualTo("awaiting-approval");
    assertThat(get(RUNS + "/" + run).path("requestedBy").asText()).isEqualTo("schedule");
    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void theScheduleJoinsARunThatIsOnItsWay() {
    String running =
        bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU).body().path("id").asText();

    JsonNode answer = bench.invoke(bench.handler(), "{\"scheduledTime\":\"2026-03-31T19:00:00Z\"}");

    assertThat(answer.path("run").asText()).isEqualTo(running);
    assertThat(bench.runs.list(2025, 10, null).items()).hasSize(1);
    assertThat(bench.recorded(running))
        .as("who asked, and that the schedule came upon it")
        .containsExactlyInAnyOrder("RUN_ORDERED ordered", "RUN_ORDERED joined");
  }

  @Test
  void aRunToBePublishedWaitsForAnotherPersonAndSaysWhatThereIsToLookAt() {
    bench.fourEyes = FourEyes.REQUIRED;
    bench.zone.known(2025, 2);
    String run =
        bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU).body().path("id").asText();

    bench.stream(bench.handler(), 2025, run);

    JsonNode done = get(RUNS + "/" + run);
    assertThat(done.path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(done.path("documents").asText()).isEqualTo("ready");
    assertThat(done.path("generation").asText()).isEqualTo(run);
    assertThat(done.path("override").asText()).isEqualTo("数据以后补齐");
    assertThat(done.path("orderedBy").path("role").asText()).isEqualTo("bureau");
    assertThat(done.path("decisions")).isEmpty();
    assertThat(done.path("checks").findValuesAsText("id"))
        .containsExactly(
            "undelivered",
            "incomplete-share",
            "ranked-drop",
            "held-files",
            "implausible-figures",
            "open-questions",
            "rulebook-changed",
            "median-shift");
    assertThat(done.path("checks").path(0).path("level").asText()).isEqualTo("block");
    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void aZoneOfOneWaitsWhereAReasonIsNeededAndNoneWasGiven() {
    bench.zone.known(2025, 2);
    var ordered = bench.call("POST", RUNS, "{\"publish\":true}", RecomputeBench.BUREAU);
    String run = ordered.body().path("id").asText();

    bench.stream(bench.handler(), 2025, run);

    assertThat(status(RUNS + "/" + run)).isEqualTo("awaiting-approval");
  }

  /** The order and its place in the trail are one write. */
  @Test
  void anOrderThatIsRepeatedIsOnRecordOnce() {
    keyed("k1", "{\"publish\":false}", "a");
    keyed("k1", "{\"publish\":false}", "a");

    var client = bench.tables.client();
    new TrailSealer(client, bench.tables.scores(), bench.time::get, OfficialTime.ZONE)
        .seal((_, _) -> {});
    assertThat(
            new TrailReader(client, bench.tables.scores())
                .list(null, null, item -> item.action().equals("run.ordered"), 10, null)
                .items())
        .hasSize(1);
  }

  @Test
  void theSameKeyPersonAndBodyIsTheSameRunForADay() {
    var first = keyed("k1", "{\"publish\":false}", "a");
    bench.pass(Duration.ofHours(23));
    var again = keyed("k1", "{\"publish\":false}", "a");
    var other = keyed("k1", "{\"publish\":false}", "b");
    var changed = keyed("k1", "{\"dryRun\":true}", "a");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.headers().get("Location")).isEqualTo(first.headers().get("Location"));
    assertThat(id(other.body())).isNotEqualTo(id(first.body()));
    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.body().path("detail").asText())
        .isEqualTo("此 Idempotency-Key 在 24 小时内已用于另一项请求；请换用新的键，或以相同内容重发");
    assertThat(keyed("k 1", "{\"publish\":false}", "a").body().path("detail").asText())
        .isEqualTo("Idempotency-Key 应为 1 到 128 个可见 ASCII 字符");
    bench.pass(Duration.ofHours(2));
    assertThat(id(keyed("k1", "{\"dryRun\":true}", "a").body())).isNotEqualTo(id(first.body()));
  }

  private RecomputeBench.Answer keyed(String key, String body, String sub) {
    return bench.keyed(RUNS, body, sub, key);
  }

  @Test
  void aSecondRunToBePublishedHasToWaitForTheFirst() {
    bench.zone.known(2025, 2);
    String first = id(bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU).body());

    var second = bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU);
    var trial = bench.call("POST", RUNS, "{\"dryRun\":true}", RecomputeBench.BUREAU);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("detail").asText())
        .isEqualTo("2025 年度已有一次待发布的计算正在进行（somebody 于 2026-04-01 08:00 发起），请等待其完成后再发起");
    assertThat(trial.status()).isEqualTo(202);
    bench.stream(bench.handler(), 2025, first);
    assertThat(bench.call("POST", RUNS, PUBLISH, RecomputeBench.BUREAU).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"publish\":true,\"noticeDays\":-1} | 字段 noticeDays 应为 0 到 250 个工作日，收到：-1",
        "{\"dryRun\":true,\"noticeDays\":5} | 字段 noticeDays 不用于试算，试算不公布",
        "{\"dryRun\":true,\"override\":{\"reason\":\"x\"}} | 字段 override 只用于完成后发布的计算（publish 为"
            + " true）",
        "{\"publish\":true,\"override\":{\"reason\":\" \"}} | 字段 override.reason 应为 1 到 500"
            + " 个字的理由，收到的为空",
      })
  void whatAnOrderSaysOfItsPublicationIsChecked(String body, String detail) {
    whatIsWrongWithAnOrderIsNamed(body, detail);
  }

  @Test
  void anEventOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> bench.invoke(bench.handler(), "{\"detail\":{}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a request, a scheduled time, stream records, a step, the end of an execution"
                + " or the order to seal, found [detail]");
  }

  /** A schedule asks some time after the yearly run was to happen; the metric rings. */
  @Test
  void aYearThatWasNotComputedIsSaid() {
    bench.zone.known(2025, 2);
    String event = "{\"checkedTime\":\"2026-04-02T01:00:00Z\"}";
    assertThat(bench.invoke(bench.handler(), event).path("computed").asBoolean(true)).isFalse();

    JsonNode answer = bench.invoke(bench.handler(), "{\"scheduledTime\":\"2026-03-31T19:00:00Z\"}");
    assertThat(bench.invoke(bench.handler(), event).path("computed").asBoolean(true))
        .as("ordered, and not done")
        .isFalse();

    bench.stream(bench.handler(), 2025, answer.path("run").asText());
    assertThat(bench.invoke(bench.handler(), event).path("computed").asBoolean()).isTrue();
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
