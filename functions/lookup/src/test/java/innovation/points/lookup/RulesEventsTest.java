package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample events whose answers need the rules: their names, and the rules themselves. */
class RulesEventsTest {
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
  }

  @Test
  void allBadParametersAreNamedAtOnce() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/rankings-bad-parameters");
    assertThat(answer.getStatusCode()).isEqualTo(400);
    JsonNode problem = Caller.json(answer);
    assertThat(problem.get("errors"))
        .extracting(error -> error.get("detail").textValue())
        .containsExactly(
            "年度应为 2000 至 2100 的四位年份（如 2025），收到：25",
            "参数 industry 应为 行业门类字母加两位大类代码（如 C34），收到：34",
            "参数 limit 应为 1 到 200 的整数，收到：500",
            "参数 stage 应为 mature、expansion、growth、startup 之一，收到：adult",
            "没有参数 curser");
  }

  @Test
  void csvIsForSpreadsheets() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/rankings-csv");
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present");
    assertThat(answer.getHeaders().get("Content-Disposition"))
        .endsWith(
            "filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%E4%BC%81%E4%B8%9A%E5%88%9B%E6%96%B0%E7%A7%AF"
                + "%E5%88%86%E6%8E%92%E5%90%8D-C34.csv");
    assertThat(answer.getBody().lines().limit(5))
        .containsExactly(
            "\uFEFF总排名,阶段排名,统一社会信用代码,企业名称,阶段,行业大类,主导产业,所属园区,总分",
            "1,1,914107000000000005,新乡E装备,成熟期,C34,高端装备制造,主园区,80.5",
            "2,1,914107000000000004,新乡D药业,成长期,C34,生物医药,主园区,70",
            "3,2,914107000000000001,新乡A科技有限公司,成长期,C34,生物医药,主园区,63.25",
            "3,2,914107000000000002,'=新乡B科技有限公司,成长期,C34,氢能,主园区,63.25");
  }

  @Test
  void rulebooksAreListedWithTheirNotice() {
    JsonNode rulebook = Caller.json(CALLER.send("lookup/rulebooks")).get("items").get(0);
    assertThat(rulebook.get("id").textValue()).isEqualTo("xinxiang-2022-110");
    assertThat(rulebook.get("document").get("number").textValue()).isEqualTo("新开〔2022〕110号");
    assertThat(rulebook.get("effectiveFrom").textValue()).isEqualTo("2022-12-30");
    assertThat(rulebook.get("digest").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void rulebookIsWholeWithItsCitations() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/rulebook");
    JsonNode rulebook = Caller.json(answer);
    assertThat(answer.getHeaders())
        .containsEntry("ETag", '"' + rulebook.get("digest").textValue() + '"');
    JsonNode rules = rulebook.get("rules");
    assertThat(rules.get("indicators")).hasSize(35);
    assertThat(rules.get("roster").get("cite").textValue()).isEqualTo("三(一)");
    assertThat(rules.get("effectiveFrom").textValue()).isEqualTo("2022-12-30");
    assertThat(CALLER.get("/v1/rulebooks/none").getStatusCode()).isEqualTo(404);
  }
}
