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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notice period of a publication, and what enterprises object to in it. */
class ObjectionsTest {

  private static final String PUBLICATION = "/v1/years/2025/publication";
  private static final String ALL = "/v1/years/2025/objections";
  private static final String BODY = "{\"indicator\":\"1.1\",\"text\":\" 研发费用少计了 12 万元 \"}";

  private static final String WHY = "{\"reason\":\"审计报告另有说明\"}";

  private final DeskBench bench = new DeskBench();

  /** Closed by data: upheld once the corrected file has changed what stands there. */
  @Test
  void anObjectionIsUpheldByACorrectedFile() {
    String run = noticed("2026-04-10");
    bench.draft(2025, run);

    var filed = file(1, BODY);
    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.headers()).containsEntry("Location", own(1));
    String id = filed.body().path("id").asText();
    assertThat(id).matches("20260401T000\\d{3}\\.\\d{3}Z-[0-9a-f]{6}");
    assertThat(filed.body().toString())
        .isEqualTo(
            """
            {"id":"%s","year":2025,"generation":"%s","uscc":"914107000000000001",\
            "name":"新乡市测1有限公司",\
            "about":{"kind":"indicator","id":"1.1","title":"研发费用金额"},"departments":["tax"],\
            "text":"研发费用少计了 12 万元","filedAt":"%s","dueOn":"2026-04-15",\
            "before":%s,"answer":null,"reopening":null,"closure":null,\
            "status":"open","overdue":false}\
            """
                .formatted(id, run, bench.time.get(), filed.body().path("before")));
    String before = filed.body().at("/before/text").asText();
    assertThat(before).matches("[\\d.]+ 万元，[\\d.]+ 分");

    bench.pass(Duration.ofDays(1));
    var early = answer(id, "upheld", "核对无误，将更正后重新计算");
    assertThat(early.status()).isEqualTo(409);
    assertThat(detail(early))
        .isEqualTo("数据尚未更正：指标 1.1（研发费用金额）仍为“%s”。异议成立的，请先报送更正后的文件，评分草稿更新后再答复".formatted(before));

    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(37)));
    bench.draft(2025, bench.candidate(2025));
    var answered = answer(id, "upheld", "已按更正后的文件改正");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body().path("status").asText()).isEqualTo("answered");
    JsonNode given = answered.body().path("answer");
    assertThat(given.toString())
        .isEqualTo(
            """
            {"outcome":"upheld","text":"已按更正后的文件改正","at":"%s",\
            "by":{"sub":"somebody","name":"somebody","role":"bureau","department":null,"bank":null},\
            "after":%s,"closesOn":"2026-04-16"}\
            """
                .formatted(bench.time.get(), given.path("after")));
    assertThat(given.at("/after/text").asText()).startsWith("37 万元，").isNotEqualTo(before);
    assertThat(given.at("/after/total").asDouble())
        .isNotEqualTo(answered.body().at("/before/total").asDouble());
    assertThat(answer(id, "upheld", "已按更正后的文件改正").body())
        .as("said again")
        .isEqualTo(answered.body());
    var again = answer(id, "dismissed", "改主意了");
    assertThat(again.status()).isEqualTo(409);
    assertThat(detail(again)).isEqualTo("somebody于 2026-04-02 08:00 已答复这条异议，答复不能修改");
    assertThat(get(own(1), DeskBench.BUREAU).path("items").path(0)).isEqualTo(answered.body());
    ((ObjectNode) answered.body().path("answer")).remove("by");
    assertThat(get(own(1), enterprise(1)).path("items").path(0))
        .as("the office answers an enterprise, whoever it was")
        .isEqualTo(answered.body());
    assertThat(detail(answer("x", "upheld", "好"))).isEqualTo("2025 年度没有这条异议");
  }

  @Test
  void whoAskedAgreesOrHasItDoneAgainOnce() {
    noticed("2026-04-10");
    String id = file(1, BODY).body().path("id").asText();
    assertThat(detail(say(id, "closure", "{}", 1))).isEqualTo("这条异议还没有答复，不能办结");
    assertThat(detail(say(id, "reopening", WHY, 1))).isEqualTo("这条异议还没有答复");
    answer(id, "dismissed", "与原始凭证一致");
    assertThat(detail(say(id, "closure", "{}", 2))).isEqualTo("2025 年度没有这条异议");

    var reopened = say(id, "reopening", WHY, 1);
    assertThat(reopened.body().path("status").asText()).isEqualTo("reopened");
    assertThat(reopened.body().path("answer").isNull()).isTrue();
    assertThat(reopened.body().at("/reopening/answer/text").asText()).isEqualTo("与原始凭证一致");
    assertThat(reopened.body().at("/reopening/answer/by").isMissingNode()).isTrue();
    assertThat(say(id, "reopening", WHY, 1).body()).as("said again").isEqualTo(reopened.body());

    answer(id, "dismissed", "再次核对，仍一致");
    assertThat(detail(say(id, "reopening", "{\"reason\":\"不同意\"}", 1)))
        .isEqualTo("这条异议已重新办理过一次，不能再次提出");
    var closed = say(id, "closure", "{}", 1);
    assertThat(closed.body().path("status").asText()).isEqualTo("closed");
    bench.pass(Duration.ofHours(1));
    assertThat(say(id, "closure", "{}", 1).body()).as("said again").isEqualTo(closed.body());
    assertThat(bench.recorded().stream().filter(item -> item.contains("question.")))
        .extracting(item -> item.replaceAll(" \\d{8}T\\S+", ""))
        .containsExactlyInAnyOrder(
            "somebody question.asked open null",
            "somebody question.answered dismissed 与原始凭证一致",
            "somebody question.reopened reopened 审计报告另有说明",
            "somebody question.answered dismissed 再次核对，仍一致",
            "somebody question.closed closed null");
  }

  /** Ten working days after the answer it is closed; 10 April plus one is a Saturday. */
  @Test
  void itIsLateAndClosedByItselfAfterTenWorkingDays() {
    noticed("2026-04-10");
    String id = file(1, BODY).body().path("id").asText();
    bench.time.set(Instant.parse("2026-04-15T15:59:59Z"));
    assertThat(get(ALL, DeskBench.BUREAU).at("/items/0/overdue").asBoolean()).isFalse();
    bench.pass(Duration.ofSeconds(1));
    assertThat(get(ALL, DeskBench.BUREAU).at("/items/0/overdue").asBoolean()).isTrue();
    var answered = answer(id, "dismissed", "一致");
    assertThat(answered.body().path("overdue").asBoolean()).isFalse();
    assertThat(answered.body().at("/answer/closesOn").asText()).isEqualTo("2026-04-30");
    bench.time.set(Instant.parse("2026-04-30T15:59:59Z"));
    assertThat(get(ALL, DeskBench.BUREAU).at("/items/0/status").asText()).isEqualTo("answered");
    bench.pass(Duration.ofSeconds(1));
    assertThat(get(ALL, DeskBench.BUREAU).at("/items/0/status").asText()).isEqualTo("closed");
    assertThat(detail(say(id, "reopening", WHY, 1))).isEqualTo("这条异议已经办结，不能重新办理");
    assertThat(say(id, "closure", "{}", 1).status()).isEqualTo(200);
  }

  /** Whoever does what in whatever order, and again: nothing is lost, and it closes once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void inEveryOrderItIsInOneStateAndClosesOnce(long seed) {
    noticed("2026-04-30");
    String id = file(1, BODY).body().path("id").asText();
    var random = new Random(seed);
    int changes = 1;
    JsonNode before = get(ALL, DeskBench.BUREAU).at("/items/0");
    for (int event = 0; event < 12; event++) {
      int what = random.nextInt(5);
      var done =
          switch (what) {
            case 0 -> answer(id, "dismissed", "一致");
            case 1 -> answer(id, "dismissed", "不一致", department("tax"));
            case 2 -> say(id, "closure", "{}", 1);
            case 3 -> say(id, "reopening", WHY, 1);
            default -> say(id, "closure", "{}", 2);
          };
      bench.pass(Duration.ofHours(random.nextInt(50)));
      JsonNode after = get(ALL, DeskBench.BUREAU).at("/items/0");
      String from = before.path("status").asText();
      String to = after.path("status").asText();
      assertThat(done.status()).isIn(200, 404, 409);
      if (!to.equals(from)) {
        changes++;
        assertThat(from + " " + to)
            .isIn(
                "open answered",
                "answered reopened",
                "answered closed",
                "reopened answered",
                "open closed",
                "reopened closed");
      }
      if (from.equals("closed")) {
        assertThat(after).isEqualTo(before);
      }
      assertThat(after.path("text")).isEqualTo(before.path("text"));
      before = after;
    }
    long recorded =
        bench.recorded().stream().filter(item -> item.contains("question.closed")).count();
    assertThat(recorded).isLessThanOrEqualTo(1);
    assertThat(changes).isBetween(1, 5);
  }

  @Test
  void aDepartmentSeesAndAnswersWhatItsFiguresAreBehind() {
    noticed("2026-04-10");
    String tax = file(1, BODY).body().path("id").asText();
    var both =
        file(1, "{\"about\":{\"kind\":\"indicator\",\"id\":\"1.4\"},\"text\":\"有误\"}").body();
    assertThat(both.path("departments").toString()).contains("hr");
    String hr = both.path("id").asText();

    JsonNode seen = get(ALL, department("tax")).path("items");
    assertThat(seen).extracting(item -> item.path("id").asText()).contains(tax);
    assertThat(seen.findValuesAsText("id")).doesNotContain(hr);
    assertThat(get(ALL, department("science")).path("items")).isEmpty();
    assertThat(get(ALL + "?status=open", department("hr")).path("items").findValuesAsText("id"))
        .contains(hr);

    assertThat(detail(answer(hr, "dismissed", "一致", department("tax"))))
        .isEqualTo("只能答复涉及本部门数据的异议");
    var answered = answer(tax, "dismissed", "一致", department("tax"));
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body().at("/answer/by/department").asText()).isEqualTo("tax");
    assertThat(answered.body().at("/before/text").asText()).contains("万元");
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
        .isEqualTo("已对指标 1.1（研发费用金额）提出过异议，同一公示结果的同一事项只能提出一次");
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
        "{\"text\":\"x\"} | 字段 indicator 与 about 应填写一个，说明对哪一项提出异议",
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
  void whoIsExcludedObjectsToThat() {
    bench.zone.known(2025, 2);
    bench.zone.abnormal(2025, 2);
    publish(bench.publish(2025), "2026-04-10");

    var filed =
        file(2, "{\"about\":{\"kind\":\"exclusion\",\"id\":\"credit\"},\"text\":\"已移出名录\"}");
    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.body().path("departments").toString()).isEqualTo("[\"market\"]");
    assertThat(filed.body().at("/before/text").asText()).isNotEmpty();
    assertThat(filed.body().at("/before/total").isNull()).isTrue();
    assertThat(get(ALL, department("market")).path("items")).hasSize(1);

    assertThat(detail(file(2, BODY)))
        .isEqualTo(
            "本企业的公示结果没有这一项，可以提出异议的有：exclusion=credit、missing=environment、missing=safety、stage");
    var stranger = file(3, BODY);
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(detail(stranger)).isEqualTo("本企业不在 2025 年度的评价名录中");
  }

  @Test
  void anythingThatTouchedAResultCanBeObjectedTo() {
    noticed("2026-04-10");
    for (String kind : new String[] {"stage", "bonus", "reward"}) {
      var filed = file(1, "{\"about\":{\"kind\":\"%s\"},\"text\":\"有误\"}".formatted(kind));
      assertThat(filed.status()).as(kind).isEqualTo(201);
      assertThat(filed.body().at("/before/text").asText()).isNotEmpty();
    }
    assertThat(detail(file(1, "{\"about\":{\"kind\":\"mood\"},\"text\":\"x\"}")))
        .isEqualTo(
            "字段 about.kind 应为 indicator、deduction、exclusion、decay、bonus、stage、missing、reward"
                + " 之一，收到：mood");
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
    return answer(id, outcome, text, DeskBench.BUREAU);
  }

  private DeskBench.Answer answer(
      String id, String outcome, String text, Map<String, String> claims) {
    return bench.call(
        "POST",
        ALL + "/" + id + "/answer",
        "{\"outcome\":\"%s\",\"text\":\"%s\"}".formatted(outcome, text),
        claims);
  }

  /** What an enterprise says of an answer. */
  private DeskBench.Answer say(String id, String what, String body, int number) {
    return bench.call("POST", ALL + "/" + id + "/" + what, body, enterprise(number));
  }

  private static Map<String, String> department(String id) {
    return Map.of("cognito:groups", "[department]", "custom:department", id);
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
