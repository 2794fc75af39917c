package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.store.facts.FileVersion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored audit of 100 growth-stage enterprises whose R&D expense rises by 10 each. */
class AuditTest {
  private static final int[] ALL = IntStream.rangeClosed(1, 100).toArray();
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    for (int year : new int[] {2024, 2025}) {
      var roster = new HashMap<Integer, Map<String, Value>>();
      var operations = new HashMap<Integer, Map<String, Value>>();
      for (int number : ALL) {
        roster.put(number, Map.of("registeredOn", Value.of(LocalDate.of(2018, 1, 1))));
        operations.put(
            number,
            Map.of(
                "revenue", Value.of(1000 + number),
                "rdExpense", Value.of(10.0 * number),
                "highTechRevenue", Value.of(600),
                "rdTaxRelief", Value.of(37.5),
                "netProfit", Value.of(50),
                "openingNetAssets", Value.of(1000),
                "netAssets", Value.of(1000),
                "totalProfit", Value.of(60)));
      }
      ZONE.file("science", "enterprises", year, roster);
      ZONE.file("tax", "operations", year, operations);
      for (String key :
          List.of(
              "commerce/trade",
              "market/intellectual-property",
              "finance/investment",
              "science/technology-contracts")) {
        ZONE.facts()
            .deliver(
                new FileVersion(
                    "uploads/%s/%d/a.csv".formatted(key, year), "v1", PublishedZone.NOON));
      }
    }
    ZONE.publish(2024, "g2024", ZONE.score(2024, ALL));
    ZONE.publish(2025, "g2025", ZONE.score(2025, ALL));
    ZONE.audit(2025, "g2025", ALL);
  }

  private static JsonNode get(String path) {
    var answer = CALLER.get("/v1/years/2025/" + path, Caller.BUREAU);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return Caller.json(answer);
  }

  @Test
  void showsWhatContractAsksFor() {
    JsonNode diagnostics = get("diagnostics");
    assertThat(diagnostics.path("year").asInt()).isEqualTo(2025);
    assertThat(diagnostics.path("generation").asText()).isEqualTo("g2025");
    assertThat(diagnostics.path("rulebook").asText()).isEqualTo("xinxiang-2022-110");
    assertThat(diagnostics.path("population").toString())
        .isEqualTo("{\"scored\":100,\"sampled\":100,\"ranked\":100,\"whole\":true,\"note\":\"\"}");
    assertThat(diagnostics.path("scopes"))
        .extracting(s -> s.path("name").asText())
        .containsExactly("全部", "成长期");
    assertThat(diagnostics.path("findings"))
        .extracting(finding -> finding.path("text").asText())
        .contains("1.3 研发费用占营业收入的比例：成长期 90% 得满分，不起区分作用。", "1.4 科技人员占职工总数的比重：没有一家企业有数据。");
    JsonNode expense = diagnostics.path("scopes").get(0).path("indicators").get(0);
    assertThat(expense.path("id").asText()).isEqualTo("1.1");
    assertThat(expense.path("values").path("median").asDouble()).isEqualTo(505);
    assertThat(expense.path("effective").asDouble()).isPositive();
    assertThat(diagnostics.path("robustness").path("bands")).hasSize(100);
    assertThat(diagnostics.path("robustness").path("terms").path("runs").asInt()).isEqualTo(1000);
  }

  @Test
  void proposesTheCurvesThatTheDraftHas() {
    JsonNode proposals = get("diagnostics").path("proposals");
    JsonNode calibration = get("calibration");
    assertThat(calibration.path("verdict").asText())
        .as(calibration.path("reason").asText())
        .isEqualTo("improves");
    assertThat(calibration.path("proposals")).isEqualTo(proposals).isNotEmpty();
    assertThat(calibration.path("comparison").path("before").path("totals").path("count").asInt())
        .isEqualTo(100);
    var draft = CALLER.get("/v1/years/2025/calibration/rulebook.yaml", Caller.BUREAU);
    assertThat(draft.getStatusCode()).isEqualTo(200);
    assertThat(draft.getHeaders())
        .containsEntry("Content-Type", "application/yaml")
        .containsEntry(
            "Content-Disposition",
            "attachment; filename=\"xinxiang-2022-110-calibrated-2025.yaml\";"
                + " filename*=UTF-8''xinxiang-2022-110-calibrated-2025.yaml");
    assertThat(draft.getBody()).isEqualTo(calibration.path("draft").path("yaml").asText());
    var rulebook = RulebookLoader.load("draft", draft.getBody());
    JsonNode first = proposals.get(0);
    var knots = rulebook.indicators().getFirst().curves().get(first.path("stage").asText());
    assertThat(first.path("indicator").asText()).isEqualTo("1.1");
    assertThat(knots).isNotNull();
    assertThat(knots.knots().getLast().value())
        .isEqualTo(first.path("proposed").get(1).path("value").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"diagnostics", "calibration", "calibration/rulebook.yaml"})
  void isTheBureausAlone(String path) {
    String address = "/v1/years/2025/" + path;
    assertThat(CALLER.get(address).getStatusCode()).isEqualTo(401);
    assertThat(CALLER.get(address, Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    assertThat(CALLER.get(address, Caller.enterprise(1)).getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diagnostics", "calibration", "calibration/rulebook.yaml"})
  void isNotSentAgainForTheSameGeneration(String path) {
    String address = "/v1/years/2025/" + path;
    var first = CALLER.get(address, Caller.BUREAU);
    String etag = first.getHeaders().get("ETag");
    assertThat(etag).contains("g2025");
    assertThat(first.getHeaders())
        .containsEntry("Cache-Control", "private, max-age=0, must-revalidate");
    assertThat(CALLER.get(address, Caller.BUREAU, Map.of("if-none-match", etag)).getStatusCode())
        .isEqualTo(304);
  }

  @Test
  void saysWhereAGenerationHasNoAudit() {
    var answer = CALLER.get("/v1/years/2024/diagnostics", Caller.BUREAU);
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(Caller.json(answer).path("detail").asText())
        .isEqualTo("2024 年度公布的结果的诊断分析正在生成，一般在公布后几分钟内完成，请稍后再试");
    assertThat(
            Caller.json(CALLER.get("/v1/years/2024/calibration/rulebook.yaml", Caller.BUREAU))
                .path("detail")
                .asText())
        .isEqualTo("2024 年度没有校准草案：没有可以改进的曲线，或诊断分析正在生成");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup/diagnostics", "lookup/calibration", "lookup/calibration-draft"})
  void answersTheSampleEvents(String event) {
    assertThat(CALLER.send(event).getStatusCode()).isEqualTo(200);
  }

  @Test
  void refusesTheSampleEventOfADepartment() {
    assertThat(CALLER.send("lookup/diagnostics-for-department").getStatusCode()).isEqualTo(403);
  }
}
