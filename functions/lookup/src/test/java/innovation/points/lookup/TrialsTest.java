package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.FactsZone;
import innovation.points.web.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The text of a rulebook that somebody works on, tried on a published year: seven growth-stage
 * enterprises that differ in their R&D expense alone, and one without revenue.
 */
class TrialsTest {
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();
  private static final String HEAD =
      """
      id: trial
      title: 试算
      extends: xinxiang-2022-110
      effectiveFrom: 2026-01-01
      """;

  @BeforeAll
  static void publish() {
    AnalysisTest.fill(ZONE);
  }

  private static JsonNode trial(String changes) {
    return Caller.json(
        CALLER.post(
            "/v1/years/2025/trials",
            Caller.BUREAU,
            Json.mapper().valueToTree(Map.of("text", HEAD + changes)).toString()));
  }

  private static List<String> ranks(JsonNode trial, String side) {
    return trial.get("items").valueStream().map(one -> one.at(side + "/rank").asText()).toList();
  }

  @Test
  void aRulebookThatChangesNothingMovesNobody() {
    JsonNode trial = trial("");
    assertThat(trial.get("differences").findValuesAsText("where")).containsExactly("名称", "施行日期");
    assertThat(trial.get("failing")).isEmpty();
    assertThat(trial.get("moved").toString())
        .isEqualTo("{\"enterprises\":0,\"mean\":0,\"most\":0}");
    assertThat(trial.get("items").valueStream())
        .hasSize(8)
        .allSatisfy(one -> assertThat(one.get("after")).isEqualTo(one.get("before")));
    assertThat(trial.at("/items/0/uscc").asText()).isEqualTo(FactsZone.uscc(7));
    assertThat(trial.at("/items/7/after").toString())
        .isEqualTo("{\"stage\":null,\"total\":null,\"rank\":null,\"inStage\":null}");
  }

  @Test
  void allRanksFollowAChangedCurve() {
    JsonNode trial = trial("indicators:\n  - {id: \"1.1\", curve: {fullAt: {growth: 100}}}\n");
    assertThat(ranks(trial, "/after")).startsWith("1", "1", "1", "1", "1", "1", "1");
    assertThat(ranks(trial, "/before")).contains("1", "2", "3", "4", "5", "6", "7");
    // From 1, 2 … 7 to 1 each: 0 + 1 + … + 6 = 21 places over seven.
    assertThat(trial.get("moved").toString())
        .isEqualTo("{\"enterprises\":6,\"mean\":3,\"most\":6}");
    assertThat(trial.at("/differences").toString()).contains("研发费用金额");
  }

  @Test
  void casesThatDoNotHoldAreTold() {
    JsonNode trial =
        trial("cases:\n  list:\n    - {case: 空的, year: 2025, expect: {status: scored}}\n");
    assertThat(trial.get("cases").intValue()).isOne();
    assertThat(trial.get("failing").valueStream().map(JsonNode::asText))
        .containsExactly("第 7 行：案例“空的”的 status 应为 scored，实为 incomplete。");
  }

  @Test
  void aTextWithMistakesIsRefusedWithEachOfThem() {
    JsonNode refused =
        trial("indicators:\n  - {id: \"1.1\", points: 11}\n  - {id: \"1.2\", points: x}\n");
    assertThat(refused.get("status").intValue()).isEqualTo(400);
    assertThat(refused.get("errors").toString()).contains("\"/text\"", "第 7 行");
    assertThat(trial("x".repeat(300_000)).at("/errors/0/detail").asText())
        .isEqualTo("字段 text 最大 256 KiB");
  }

  @Test
  void itIsTheBureausAndNobodyElses() {
    assertThat(CALLER.send("lookup/trial").getStatusCode()).isEqualTo(200);
    assertThat(CALLER.post("/v1/years/2025/trials", Caller.DEPARTMENT, "{}").getStatusCode())
        .isEqualTo(403);
    assertThat(CALLER.post("/v1/years/2025/trials", Caller.NOBODY, "{}").getStatusCode())
        .isEqualTo(401);
    assertThat(
            CALLER
                .post("/v1/years/2020/trials", Caller.BUREAU, "{\"text\":\"id: a\"}")
                .getStatusCode())
        .isEqualTo(404);
  }
}
