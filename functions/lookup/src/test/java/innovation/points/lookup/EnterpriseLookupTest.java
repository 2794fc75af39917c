package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.FactsZone;
import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What banks and programs look up: one enterprise in one place, many at once, fixed addresses. */
class EnterpriseLookupTest {

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
  }

  @Test
  void anEnterpriseIsInOnePlace() {
    APIGatewayV2HTTPResponse answer = CALLER.get("/v1/enterprises/914107000000000001");
    assertThat(answer.getBody())
        .isEqualTo(
            "{\"uscc\":\"914107000000000001\",\"name\":\"新乡A科技有限公司\","
                + "\"names\":[\"新乡A科技有限公司\"],\"years\":[{\"year\":2025,"
                + "\"generation\":\"g2025\",\"stage\":\"growth\",\"total\":63.25,"
                + "\"rank\":{\"overall\":3,\"overallOf\":5,\"stage\":2,\"stageOf\":4},"
                + "\"card\":\"/v1/years/2025/enterprises/914107000000000001\"},{\"year\":2024,"
                + "\"generation\":\"g2024\",\"stage\":\"startup\",\"total\":40,"
                + "\"rank\":{\"overall\":1,\"overallOf\":1,\"stage\":1,\"stageOf\":1},"
                + "\"card\":\"/v1/years/2024/enterprises/914107000000000001\"}],"
                + "\"links\":{\"self\":\"/v1/enterprises/914107000000000001\","
                + "\"page\":\"/enterprises/914107000000000001\"}}");
  }

  @ParameterizedTest
  @CsvSource({"101", "102", "103", "999"})
  void whoHasNoPublicScoreIsTheSame404(int number) {
    APIGatewayV2HTTPResponse answer = CALLER.get("/v1/enterprises/" + FactsZone.uscc(number));
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo("该企业没有公开的积分结果");
  }

  @Test
  void manyAreAnsweredInTheOrderAsked() {
    JsonNode found = Caller.json(CALLER.send("lookup/bulk"));
    assertThat(found.path("generation").asText()).isEqualTo("g2025");
    assertThat(found.path("items"))
        .extracting(item -> item.path("uscc").asText() + " " + item.path("score").path("total"))
        .containsExactly(
            "914107000000000002 63.25", "914107000000000101 ", "914107000000000001 63.25");
    assertThat(found.at("/items/1/score").isNull())
        .as("one class for all without a score")
        .isTrue();
    assertThat(found.at("/items/2/score"))
        .isEqualTo(Caller.json(CALLER.get("/v1/years/2025/enterprises/914107000000000001")));
  }

  @Test
  void fiveHundredAreTheMost() {
    String code = "\"914107000000000001\"";
    String most = String.join(",", Collections.nCopies(500, code));
    assertThat(bulk(most).getStatusCode()).isEqualTo(200);
    assertThat(Caller.json(bulk(most + "," + code)).path("detail").asText())
        .isEqualTo("usccs 应有 1 至 500 个代码，收到 501 个");
    assertThat(Caller.json(bulk("")).path("detail").asText())
        .isEqualTo("usccs 应有 1 至 500 个代码，收到 0 个");
  }

  @Test
  void everyWrongCodeIsNamed() {
    JsonNode problem = Caller.json(bulk("\"914107000000000001\", \"I\", \"O\""));
    assertThat(problem.path("errors"))
        .extracting(fault -> fault.path("name").asText())
        .containsExactly("/usccs/1", "/usccs/2");
    assertThat(problem.at("/errors/0/detail").asText())
        .isEqualTo("统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：I");
  }

  @Test
  void latestLeadsToTheNewestYear() {
    APIGatewayV2HTTPResponse answer = CALLER.get("/v1/years/latest/rankings?stage=growth&limit=2");
    assertThat(answer.getStatusCode()).isEqualTo(307);
    assertThat(answer.getHeaders())
        .containsEntry("Location", "/v1/years/2025/rankings?stage=growth&limit=2");
  }

  @ParameterizedTest
  @CsvSource({"/v1/years/2025/rankings", "/v1/years/2025/enterprises/914107000000000001"})
  void theGenerationInForceMayBeKeptForLong(String address) {
    APIGatewayV2HTTPResponse answer = CALLER.get(address + "?generation=g2025");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @CsvSource({"/v1/years/2025/rankings", "/v1/years/2025/enterprises/914107000000000001"})
  void anotherGenerationIsGone(String address) {
    APIGatewayV2HTTPResponse answer = CALLER.get(address + "?generation=g2025a");
    assertThat(answer.getStatusCode()).isEqualTo(410);
    assertThat(answer.getHeaders())
        .containsEntry("Link", "<" + address + "?generation=g2025>; rel=\"latest-version\"");
    assertThat(Caller.json(answer).path("detail").asText())
        .isEqualTo("2025 年度现行的公布结果是 g2025，g2025a 不是现行结果；请去掉参数 generation 后重新查询");
  }

  /** A format that an answer does not have is refused and not ignored. */
  @Test
  void aFormatThatIsNotThereIsRefused() {
    APIGatewayV2HTTPResponse answer = CALLER.get("/v1/years?format=csv");
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText())
        .isEqualTo("参数 format 应为 json、ndjson 之一，收到：csv");
    assertThat(CALLER.get("/v1/zone?format=ndjson").getStatusCode()).isEqualTo(400);
  }

  @Test
  void aFileHasAnAsciiNameOfItsAddress() {
    assertThat(CALLER.get("/v1/years/2025/rankings?format=csv").getHeaders())
        .containsEntry(
            "Content-Disposition",
            "attachment; filename=\"2025-rankings.csv\";"
                + " filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%E4%BC%81%E4%B8%9A%E5%88%9B%E6%96%B0"
                + "%E7%A7%AF%E5%88%86%E6%8E%92%E5%90%8D.csv");
  }

  /** Files that hold different things have names that differ, also without the Chinese ones. */
  @Test
  void aFileOfAPartHasAnAsciiNameOfItsOwn() {
    assertThat(
            CALLER
                .get("/v1/years/2025/rankings?stage=growth&minTotal=60&cluster=氢能&format=csv")
                .getHeaders()
                .get("Content-Disposition"))
        .startsWith("attachment; filename=\"2025-rankings-growth-60.csv\"; filename*=UTF-8''2025");
  }

  private static APIGatewayV2HTTPResponse bulk(String codes) {
    return CALLER.post("/v1/years/2025/lookups", Caller.NOBODY, "{\"usccs\":[" + codes + "]}");
  }
}
