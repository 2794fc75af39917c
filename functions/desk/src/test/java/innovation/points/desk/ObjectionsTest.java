package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.scoring.facts.Value;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notice period of a publication, and what enterprises object to in it. */
class ObjectionsTest {

  private static final String PUBLICATION = "/v1/years/2025/publication";
  private static final String ALL = "/v1/years/2025/objections";
  private static final String BODY = "{\"indicator\":\"1.1\",\"text\":\" 研发费用少计了 12 万元 \"}";

  private final DeskBench bench = new DeskBench();

  @Test
  void anEnterpriseObjectsAndTheBureauAnswersOnce() {
    String run = noticed("2026-04-10");

    var filed = file(1, BODY);
    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.headers()).containsEntry("Location", own(1));
    String id = filed.body().path("id").asText();
    assertThat(id).matches("20260401T000\\d{3}\\.\\d{3}Z-[0-9a-f]{6}");
    assertThat(filed.body().toString())
        .isEqualTo(
            """
            {"id":"%s","year":2025,"generation":"%s","uscc":"914107000000000001",\
            "name":"新乡市测1有限公司","indicator":"1.1","indicatorName":"研发费用金额",\
            "text":"研发费用少计了 12 万元","filedAt":"%s","status":"open","answer":null}\
            """
                .formatted(id, run, bench.time.get()));

    bench.pass(Duration.ofDays(1));
    var answered = answer(id, "upheld", "核对无误，将更正后重新计算");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body().path("status").asText()).isEqualTo("answered");
    assertThat(answered.body().path("answer").toString())
        .isEqualTo(
            """
            {"outcome":"upheld","text":"核对无误，将更正后重新计算","at":"%s",\
            "by":{"sub":"somebody","name":"somebody","role":"bureau","department":null,"bank":null}}\
            """
                .formatted(bench.time.get()));
    assertThat(answer(id, "upheld", "核对无误，将更正后重新计算").body())
        .as("said again")
        .isEqualTo(answered.body());
    var again = answer(id, "dismissed", "改主意了");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("detail").asText()).isEqualTo("这条异议已经答复，答复不能修改");
    assertThat(get(own(1), DeskBench.BUREAU).path("items").path(0)).isEqualTo(answered.body());
    ((ObjectNode) answered.body().path("answer")).remove("by");
    assertThat(get(own(1), enterprise(1)).path("items").path(0))
        .as("the office answers an enterprise, whoever it was")
        .isEqualTo(answered.body());
    assertThat(answer("x", "upheld", "好").body().path("detail").asText())
        .isEqualTo("2025 年度没有这条异议");
  }

  @Test
  void anObjectionStaysWithThePublicationItIsAbout() {
    String first = noticed("2026-04-10");
    file(1, BODY);
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(37)));
    String second = bench.publish(2025);
    bench.call(
        "POST",
        PUBLICATION,
        "{\"generation\":\"%s\",\"noticeUntil\":\"2026-04-20\"}".formatted(second),
        DeskBench.APPROVER);

    assertThat(file(1, BODY).status()).as("the same indicator, published anew").isEqualTo(201);

    assertThat(get(own(1), enterprise(1)).path("items"))
        .extracting(item -> item.path("generation").asText())
        .containsExactly(second, first);
  }

  @Test
  void anIndicatorIsObjectedToOnce() {
    noticed("2026-04-10");
    var first = file(1, BODY);
    bench.pass(Duration.ofMinutes(1));
    assertThat(file(1, BODY).body()).as("said again").isEqualTo(first.body());

    var again = file(1, BODY.replace("12", "13"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("detail").asText())
        .isEqualTo("已对指标 1.1（研发费用金额）提出过异议，同一公示结果的同一指标只能提出一次");
    assertThat(file(1, "{\"indicator\":\"1.2\",\"text\":\"增速\"}").status()).isEqualTo(201);
    assertThat(file(2, BODY).status()).isEqualTo(201);
    assertThat(get(ALL, DeskBench.BUREAU).path("items")).hasSize(3);
  }

  @Test
  void onlyDuringTheNoticePeriod() {
    bench.zone.known(2025, 2);
    assertThat(detail(file(1, BODY))).isEqualTo("2025 年度没有已公布的积分结果");
    String run = bench.publish(2025);
    assertThat(detail(file(1, BODY))).isEqualTo("2025 年度的结果没有设定公示期，不受理异议");
    var told = publish(run, "2026-04-10");
    assertThat(told.body().path("noticeUntil").asText()).isEqualTo("2026-04-10");

    // The last second of the day in Shanghai.
    bench.time.set(Instant.parse("2026-04-10T15:59:59Z"));
    assertThat(file(1, BODY).status()).isEqualTo(201);
    bench.pass(Duration.ofSeconds(1));
    var late = file(2, BODY);
    assertThat(late.status()).isEqualTo(409);
    assertThat(detail(late)).isEqualTo("2025 年度结果的公示期已于 2026-04-10 结束，不再受理异议");
  }

  @Test
  void anotherEndOfTheNoticePeriodIsNoOtherPublication() {
    String run = noticed("2026-04-10");
    Instant publishedAt = bench.publications.of(2025).orElseThrow().publishedAt();
    bench.pass(Duration.ofDays(1));

    publish(run, "2026-04-15");

    var pointer = bench.publications.of(2025).orElseThrow();
    assertThat(pointer.noticeUntil()).hasToString("2026-04-15");
    assertThat(pointer.publishedAt()).isEqualTo(publishedAt);
    bench.call(
        "POST",
        PUBLICATION,
        "{\"generation\":\"%s\",\"override\":{\"reason\":\"补齐\"}}".formatted(run),
        DeskBench.APPROVER);
    assertThat(bench.publications.of(2025)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31 | 2026-03-31",
        "2027-04-03 | 2027-04-03",
        "next week | next week",
      })
  void theEndIsADayFromTodayOnAndWithinAYear(String until, String found) {
    bench.zone.known(2025, 1);
    String run = bench.publish(2025);

    assertThat(detail(publish(run, until)))
        .isEqualTo("字段 noticeUntil 应为公示截止日期（2026-04-01 到 2027-04-02，如 2026-04-08），收到：" + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"indicator\":\"9.9\",\"text\":\"x\"} | 字段 indicator 应为本年度评价指标的编号（如 1.1），没有这个编号的指标",
        "{\"indicator\":\"1.1\",\"text\":\" \"} | 字段 text 应为 1 到 2000 个字，收到 0 个字",
        "{\"indicator\":\"1.1\"}                | 缺少字段 text",
      })
  void whatIsWrongWithAnObjectionIsNamed(String body, String detail) {
    noticed("2026-04-10");

    assertThat(detail(file(1, body))).isEqualTo(detail);
    assertThat(
            detail(file(1, "{\"indicator\":\"1.1\",\"text\":\"%s\"}".formatted("字".repeat(2_001)))))
        .isEqualTo("字段 text 应为 1 到 2000 个字，收到 2001 个字");
    assertThat(
            file(1, "{\"indicator\":\"1.1\",\"text\":\"%s\"}".formatted("𠮷".repeat(2_000)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void whoHasNoScoreHasNothingToObjectTo() {
    bench.zone.known(2025, 2);
    bench.zone.abnormal(2025, 2);
    publish(bench.publish(2025), "2026-04-10");

    assertThat(detail(file(2, BODY))).isEqualTo("本企业在 2025 年度的公示结果中没有得分");
    assertThat(file(3, BODY).status()).isEqualTo(404);
  }

  @Test
  void theBureauListsAllOrTheOpenOnesInParts() {
    noticed("2026-04-10");
    var ids = new ArrayList<String>();
    for (String indicator : new String[] {"1.1", "1.2", "1.3", "1.4"}) {
      bench.pass(Duration.ofSeconds(1));
      ids.add(
          file(1, "{\"indicator\":\"%s\",\"text\":\"有误\"}".formatted(indicator))
              .body()
              .path("id")
              .asText());
    }
    answer(ids.get(2), "dismissed", "不成立");

    var listed = new ArrayList<String>();
    String query = "?status=open&limit=2";
    while (!query.isEmpty()) {
      JsonNode page = get(ALL + query, DeskBench.BUREAU);
      page.path("items").forEach(item -> listed.add(item.path("id").asText()));
      query =
          page.has("nextCursor")
              ? "?status=open&limit=2&cursor=" + page.path("nextCursor").asText()
              : "";
    }

    assertThat(listed).containsExactly(ids.get(3), ids.get(1), ids.get(0));
    assertThat(get(ALL + "?status=answered", DeskBench.BUREAU).path("items")).hasSize(1);
    assertThat(get(ALL, DeskBench.BUREAU).path("items")).hasSize(4);
  }

  @Test
  void othersHaveNoBusinessHere() {
    noticed("2026-04-10");
    String id = file(1, BODY).body().path("id").asText();

    assertThat(bench.call("POST", own(1), BODY, enterprise(2)).status()).isEqualTo(403);
    assertThat(bench.call("POST", own(1), BODY, DeskBench.BUREAU).status()).isEqualTo(403);
    assertThat(bench.callWithoutToken("POST", own(1), BODY).status()).isEqualTo(401);
    assertThat(bench.call("GET", own(1), null, enterprise(2)).status()).isEqualTo(403);
    assertThat(bench.call("GET", own(1), null, DeskBench.BUREAU).status()).isEqualTo(200);
    assertThat(bench.call("GET", ALL, null, enterprise(1)).status()).isEqualTo(403);
    String answer = "{\"outcome\":\"upheld\",\"text\":\"好\"}";
    assertThat(bench.call("POST", ALL + "/" + id + "/answer", answer, enterprise(1)).status())
        .isEqualTo(403);
    assertThat(detail(answer(id, "maybe", "好")))
        .isEqualTo("字段 outcome 应为 upheld（成立）或 dismissed（不成立）");
  }

  private String noticed(String until) {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);
    assertThat(publish(run, until).status()).isEqualTo(200);
    return run;
  }

  private DeskBench.Answer publish(String run, String until) {
    return bench.call(
        "POST",
        PUBLICATION,
        "{\"generation\":\"%s\",\"noticeUntil\":\"%s\"}".formatted(run, until),
        DeskBench.APPROVER);
  }

  private DeskBench.Answer file(int number, String body) {
    return bench.call("POST", own(number), body, enterprise(number));
  }

  private DeskBench.Answer answer(String id, String outcome, String text) {
    return bench.call(
        "POST",
        ALL + "/" + id + "/answer",
        "{\"outcome\":\"%s\",\"text\":\"%s\"}".formatted(outcome, text),
        DeskBench.BUREAU);
  }

  private JsonNode get(String path, Map<String, String> claims) {
    return bench.call("GET", path, null, claims).body();
  }

  private static String detail(DeskBench.Answer answer) {
    return answer.body().path("detail").asText();
  }

  private static String own(int number) {
    return "/v1/years/2025/enterprises/%s/objections".formatted(FactsZone.uscc(number));
  }
}
