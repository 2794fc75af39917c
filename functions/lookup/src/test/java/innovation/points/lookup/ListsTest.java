package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists longer than a page, and generations that change while they are read. */
class ListsTest {
  private static final String RANKINGS = "/v1/years/2025/rankings";

  /** For who only reads. */
  private static final PublishedZone ZONE = published();

  private final Caller caller = ZONE.caller();

  private static PublishedZone published() {
    var zone = new PublishedZone();
    zone.publish(2025, "a", zoneOf(450, 0));
    return zone;
  }

  private static List<ScoreRow> zoneOf(int enterprises, int plus) {
    var rows = new ArrayList<ScoreRow>();
    for (int i = 0; i < enterprises; i++) {
      String stage = i % 3 == 0 ? "growth" : "startup";
      String cluster = i % 5 == 0 ? "氢能" : "生物医药";
      rows.add(
          PublishedZone.scored(
              2025, i, "企业" + i, stage, cluster, plus + Math.floorMod(i * 37, 450) / 10.0));
    }
    return rows;
  }

  private List<JsonNode> walk(String address, Map<String, String> claims) {
    var items = new ArrayList<JsonNode>();
    String next = address;
    while (true) {
      JsonNode page = Caller.json(caller.get(next, claims));
      page.get("items").forEach(items::add);
      if (!page.has("nextCursor")) {
        return items;
      }
      next = address + "&cursor=" + page.get("nextCursor").textValue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 100, 199, 200})
  void everyEnterpriseComesOnceInOrder(int limit) {
    List<JsonNode> items = walk(RANKINGS + "?limit=" + limit, Map.of());
    assertThat(items).hasSize(450);
    assertThat(items).extracting(item -> -item.get("total").doubleValue()).isSorted();
    assertThat(new HashSet<>(items)).hasSize(450);
  }

  @Test
  void pageOfTheRankingIsOneRead() {
    caller.get(RANKINGS);
    caller.get(RANKINGS + "?limit=100");
    double alone = caller.capacity();
    JsonNode first = Caller.json(caller.get(RANKINGS + "?limit=100"));
    assertThat(caller.capacity()).isEqualTo(alone);
    caller.get(RANKINGS + "?limit=100&cursor=" + first.get("nextCursor").textValue());
    assertThat(caller.capacity()).isEqualTo(alone);
  }

  @Test
  void filteredListHoldsWhatFitsOnly() {
    List<JsonNode> items =
        walk(RANKINGS + "?stage=growth&cluster=%E6%B0%A2%E8%83%BD&limit=9", Map.of());
    assertThat(items).hasSize(30);
    assertThat(items)
        .allMatch(
            item ->
                item.get("stage").textValue().equals("growth")
                    && item.get("cluster").textValue().equals("氢能"));
  }

  @Test
  void divisionWithoutEnterprisesIsAnEmptyList() {
    JsonNode page = Caller.json(caller.get(RANKINGS + "?industry=A01"));
    assertThat(page.toString())
        .isEqualTo("{\"year\":2025,\"generation\":\"a\",\"count\":0,\"items\":[]}");
  }

  @Test
  void listIsReadToItsEndInTheGenerationItBeganIn() {
    PublishedZone zone = published();
    JsonNode first = Caller.json(zone.caller().get(RANKINGS + "?limit=200"));
    zone.publish(2025, "b", zoneOf(300, 50), PublishedZone.NOON.plusSeconds(1));
    Caller later =
        new Caller(new LookupHandler(zone.client(), () -> PublishedZone.NOON, zone.settings));
    assertThat(Caller.json(later.get(RANKINGS)).get("generation").textValue()).isEqualTo("b");
    APIGatewayV2HTTPResponse second =
        later.get(RANKINGS + "?limit=200&cursor=" + first.get("nextCursor").textValue());
    assertThat(Caller.json(second).get("generation").textValue()).isEqualTo("a");
    assertThat(second.getHeaders()).containsEntry("ETag", "\"2025-a-ranking-json1\"");
  }

  @Test
  void cursorOfAnotherListIsRefused() {
    String cursor = Caller.json(caller.get(RANKINGS)).get("nextCursor").textValue();
    for (String other :
        List.of(
            RANKINGS + "?stage=growth&cursor=" + cursor,
            "/v1/years/2024/rankings?cursor=" + cursor,
            RANKINGS + "?cursor=" + cursor.substring(1))) {
      APIGatewayV2HTTPResponse answer = caller.get(other);
      assertThat(answer.getStatusCode()).isEqualTo(400);
      assertThat(answer.getBody()).contains("参数 cursor 应为同一查询上一页返回的 nextCursor（其余参数不变），收到的值无效");
    }
  }

  @Test
  void fileHoldsTheWholeListAndAPageWhereAsked() {
    assertThat(caller.get(RANKINGS + "?format=csv").getBody().lines()).hasSize(451);
    APIGatewayV2HTTPResponse page = caller.get(RANKINGS + "?format=csv&limit=50&stage=growth");
    assertThat(page.getBody().lines()).hasSize(51);
    assertThat(page.getHeaders().get("Link"))
        .matches(
            "</v1/years/2025/rankings\\?format=csv&limit=50&stage=growth&cursor=[\\w-]+>;"
                + " rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RANKINGS,
        "/v1/years/2025/lists",
        "/v1/years/2025/seeds",
        "/v1/years/2025/scores?edition=published",
        "/v1/years/2025/scores?edition=draft",
        "/v1/years/2025/completeness",
        "/v1/years/2025/rewards",
        "/v1/years/2025/differences"
      })
  void linesHoldTheItemsOfTheWholeList(String list) {
    String address = list + (list.contains("?") ? "&" : "?") + "limit=200";
    var accept = Map.of("accept", "application/x-ndjson");
    APIGatewayV2HTTPResponse answer = caller.get(list, Caller.BUREAU, accept);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "application/x-ndjson")
        .doesNotContainKey("Link");
    assertThat(answer.getBody().lines().map(Caller::parsed))
        .isEqualTo(walk(address, Caller.BUREAU));
  }

  @Test
  void linesSayWhereTheNextOnesAre() {
    APIGatewayV2HTTPResponse answer = caller.get(RANKINGS + "?format=ndjson&limit=3");
    assertThat(answer.getBody().lines()).hasSize(3);
    assertThat(answer.getHeaders().get("Link"))
        .matches("</v1/years/2025/rankings\\?format=ndjson&limit=3&cursor=[\\w-]+>; rel=\"next\"");
  }

  @Test
  void publishedScoresAreListedToTheEnd() {
    List<JsonNode> items =
        walk("/v1/years/2025/scores?edition=published&limit=64", Caller.DEPARTMENT);
    assertThat(items).hasSize(450);
    assertThat(new HashSet<>(items)).hasSize(450);
    assertThat(walk("/v1/years/2025/scores?stage=growth&limit=64", Caller.BUREAU)).hasSize(150);
  }

  @Test
  void searchFindsPartsOfNamesAndCodesTheExactFirst() {
    JsonNode found = Caller.json(caller.get("/v1/enterprises?q=%E4%BC%81%E4%B8%9A44&limit=5"));
    assertThat(found.get("count").intValue()).isEqualTo(11);
    assertThat(found.get("items").get(0).get("name").textValue()).isEqualTo("企业44");
    assertThat(walk("/v1/enterprises?q=%E4%BC%81%E4%B8%9A44&limit=4", Map.of())).hasSize(11);
    caller.get("/v1/enterprises?q=" + FactsZone.uscc(44));
    assertThat(caller.capacity()).as("names and rows are read once a generation").isZero();
    assertThat(caller.get("/v1/enterprises?q=").getBody()).contains("缺少参数 q");
  }
}
