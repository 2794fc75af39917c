package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.testkit.FactsZone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample events of this function, answered from a small published zone. */
class LookupEventsTest {
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
  }

  @ParameterizedTest
  @CsvSource({
    "lookup/years, 200",
    "lookup/rankings, 200",
    "lookup/rankings-filtered, 200",
    "lookup/enterprise, 200",
    "lookup/enterprise-excluded, 404",
    "lookup/enterprise-unchanged, 304",
    "lookup/unpublished-enterprise, 404",
    "lookup/bulk, 200",
    "lookup/search, 200",
    "lookup/profile-own, 200",
    "lookup/profile-of-another, 403",
    "lookup/profile-without-token, 401",
    "lookup/profile-draft, 200",
    "lookup/profile-draft-for-enterprise, 403",
    "lookup/history-own, 200",
    "lookup/granted, 200",
    "lookup/scores-published, 200",
    "lookup/scores-draft, 200",
    "lookup/scores-for-enterprise, 403",
    "lookup/tables, 200",
    "lookup/rewards, 200",
    "lookup/rewards-own, 200",
    "lookup/rewards-for-department, 403",
    "lookup/unknown-year, 404",
  })
  void statusOfEveryEvent(String event, int status) {
    APIGatewayV2HTTPResponse answer = CALLER.send(event);
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders()).containsEntry("X-Request-Id", "JKJaXmPLvHcESHA=");
    if (status >= 400) {
      assertThat(answer.getHeaders())
          .containsEntry("Content-Type", "application/problem+json")
          .containsEntry("Cache-Control", "no-store");
    }
  }

  @Test
  void yearsAreNewestFirst() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/years");
    assertThat(answer.getBody())
        .isEqualTo(
            ("{\"items\":[{\"year\":2025,\"generation\":\"g2025\","
                    + "\"publishedAt\":\"2026-03-02T04:00:00Z\",\"rulebook\":\"xinxiang-2022-110\","
                    + "\"rulebookDigest\":\"DIGEST\",\"counts\":{\"enterprises\":8,\"ranked\":5,"
                    + "\"notPublished\":3}},{\"year\":2024,\"generation\":\"g2024\","
                    + "\"publishedAt\":\"2026-03-02T04:00:00Z\",\"rulebook\":\"xinxiang-2022-110\","
                    + "\"rulebookDigest\":\"DIGEST\",\"counts\":{\"enterprises\":null,\"ranked\":1,"
                    + "\"notPublished\":null}}]}")
                .replace("DIGEST", Rulebooks.named("xinxiang-2022-110").digest()));
    assertThat(answer.getHeaders())
        .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
        .containsKey("ETag");
  }

  @Test
  void rankingIsInDisplayOrder() {
    JsonNode ranking = Caller.json(CALLER.send("lookup/rankings"));
    assertThat(ranking.get("generation").textValue()).isEqualTo("g2025");
    assertThat(ranking.get("count").intValue()).isEqualTo(5);
    assertThat(ranking.has("nextCursor")).isFalse();
    assertThat(ranking.get("items"))
        .extracting(item -> item.get("rank").get("overall").intValue() + " " + item.get("uscc"))
        .containsExactly(
            "1 \"914107000000000005\"",
            "2 \"914107000000000004\"",
            "3 \"914107000000000001\"",
            "3 \"914107000000000002\"",
            "5 \"914107000000000003\"");
    assertThat(ranking.get("items").get(2).toString())
        .isEqualTo(
            "{\"rank\":{\"overall\":3,\"stage\":2},\"uscc\":\"914107000000000001\","
                + "\"name\":\"新乡A科技有限公司\",\"stage\":\"growth\",\"industry\":\"C34\","
                + "\"cluster\":\"生物医药\",\"park\":\"主园区\",\"total\":63.25}");
  }

  @Test
  void filtersMeetAndTheRestFollowsByCursor() {
    JsonNode first = Caller.json(CALLER.send("lookup/rankings-filtered"));
    assertThat(names(first)).containsExactly("新乡D药业", "新乡A科技有限公司");
    String cursor = first.get("nextCursor").textValue();
    JsonNode second =
        Caller.json(
            CALLER.get(
                "/v1/years/2025/rankings?stage=growth&cluster=%E7%94%9F%E7%89%A9%E5%8C%BB%E8%8D%AF"
                    + "&limit=2&cursor="
                    + cursor));
    assertThat(names(second)).containsExactly("新乡C药业");
    assertThat(second.has("nextCursor")).isFalse();
  }

  private static List<String> names(JsonNode listing) {
    var names = new ArrayList<String>();
    listing.get("items").forEach(item -> names.add(item.get("name").textValue()));
    return names;
  }

  @Test
  void publicScoreIsAsTheContractShowsIt() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/enterprise");
    assertThat(answer.getBody())
        .isEqualTo(
            "{\"uscc\":\"914107000000000001\",\"name\":\"新乡A科技有限公司\",\"year\":2025,"
                + "\"generation\":\"g2025\",\"status\":\"scored\",\"stage\":\"growth\","
                + "\"total\":63.25,\"categories\":{\"technology\":55.1,\"growth\":70.02,"
                + "\"auxiliary\":61.4},\"rank\":{\"overall\":3,\"overallOf\":5,\"stage\":2,"
                + "\"stageOf\":4},\"rulebook\":\"xinxiang-2022-110\"}");
    assertThat(answer.getHeaders()).containsEntry("ETag", "\"2025-g2025-card1\"");
    assertThat(CALLER.capacity()).isEqualTo(1);
  }

  @Test
  void unchangedScoreIsNotRead() {
    CALLER.send("lookup/enterprise-unchanged");
    assertThat(CALLER.capacity()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"101", "102", "103", "999"})
  void whatIsNotPublicIsTheSame404(int number) {
    APIGatewayV2HTTPResponse answer =
        CALLER.get("/v1/years/2025/enterprises/" + FactsZone.uscc(number));
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody())
        .isEqualTo(
            "{\"type\":\"/api#problem-not-found\",\"title\":\"没有找到\","
                + "\"status\":404,\"detail\":\"该企业在该年度没有公开的积分结果\",\"errors\":[]}");
    assertThat(CALLER.get("/v1/enterprises?q=" + FactsZone.uscc(number)).getBody())
        .contains("\"count\":0,\"items\":[]");
  }

  @Test
  void namesAreFoundInAnyWidth() {
    JsonNode found = Caller.json(CALLER.send("lookup/search"));
    assertThat(names(found)).containsExactly("新乡A科技有限公司");
    assertThat(found.get("year").intValue()).isEqualTo(2025);
  }

  /** The zone's rows have figures that no facts stand behind. */
  @Test
  void profileOfAScoreThatDoesNotComeOutAgainShowsTheStoredFigures() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/profile-own");
    JsonNode profile = Caller.json(answer);
    assertThat(profile.get("edition").textValue()).isEqualTo("published");
    assertThat(profile.get("rank").get("stage").intValue()).isEqualTo(2);
    assertThat(profile.get("coverage").doubleValue()).isEqualTo(0.93);
    assertThat(profile.get("explanations").get(0).textValue())
        .isEqualTo("本版本的程序不能复算出这份结果，所存的得分、排名不变；请联系系统管理员核对程序版本");
    assertThat(answer.getHeaders())
        .containsEntry("Cache-Control", "private, max-age=0, must-revalidate");
  }

  @Test
  void draftProfileHasNoRank() {
    APIGatewayV2HTTPResponse answer = CALLER.send("lookup/profile-draft");
    JsonNode profile = Caller.json(answer);
    assertThat(profile.get("edition").textValue()).isEqualTo("draft");
    assertThat(profile.get("total").doubleValue()).isEqualTo(64.5);
    assertThat(profile.get("rank").isNull()).isTrue();
    assertThat(answer.getHeaders()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void unrankedEnterpriseSeesItsOwnProfile() {
    for (int number : new int[] {101, 102, 103}) {
      APIGatewayV2HTTPResponse answer =
          CALLER.get(
              "/v1/years/2025/enterprises/" + FactsZone.uscc(number) + "/profile",
              Caller.enterprise(number));
      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(Caller.json(answer).get("rank").isNull()).isTrue();
    }
  }

  @Test
  void historyGoesBackYearByYear() {
    JsonNode history = Caller.json(CALLER.send("lookup/history-own"));
    assertThat(history.get("items"))
        .extracting(
            year ->
                year.get("year") + " " + year.get("stage").textValue() + " " + year.get("total"))
        .containsExactly("2025 growth 63.25", "2024 startup 40");
  }

  @Test
  void scoresShowWhyAnEnterpriseHasNone() {
    JsonNode scores = Caller.json(CALLER.send("lookup/scores-published"));
    assertThat(scores.get("edition").textValue()).isEqualTo("published");
    assertThat(scores.get("items")).hasSize(1);
    assertThat(scores.get("items").get(0).get("reasons").toString()).isEqualTo("[\"credit\"]");
  }

  @Test
  void draftScoresHaveNoGeneration() {
    JsonNode scores = Caller.json(CALLER.send("lookup/scores-draft"));
    assertThat(scores.get("generation").isNull()).isTrue();
    assertThat(scores.get("items")).hasSize(1);
    assertThat(scores.get("items").get(0).get("total").doubleValue()).isEqualTo(64.5);
  }

  @Test
  void rewardsAreInYuanWithTheirOrigin() {
    String item =
        "{\"uscc\":\"914107000000000001\",\"name\":\"新乡A科技有限公司\",\"total\":55490.00,"
            + "\"rewards\":[{\"reward\":\"contracts\",\"amount\":55490.00,"
            + "\"reason\":\"技术合同成交额的 1%\",\"from\":[{\"field\":\"rdExpense\",\"value\":250,"
            + "\"key\":\"uploads/tax/operations/2025/a.csv\",\"version\":\"v1\",\"row\":17}]}]}";
    String expected = "{\"year\":2025,\"generation\":\"g2025\",\"items\":[" + item + "]}";
    assertThat(CALLER.send("lookup/rewards").getBody())
        .isEqualTo(
            expected.replace(
                "\"items\":",
                "\"terms\":{\"share\":1,\"announced\":null,\"parks\":null},"
                    + "\"totals\":{\"enterprises\":1,\"amount\":55490.00,"
                    + "\"kinds\":{\"contracts\":{\"enterprises\":1,\"amount\":55490.00}}},\"claimedTwice\":[],"
                    + "\"items\":"));
    assertThat(CALLER.send("lookup/rewards-own").getBody()).isEqualTo(expected);
  }
}
