package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a publication anybody sees by the parameter {@code Disclosure}. */
class PublicViewTest {

  private static final int ENTERPRISES = 20;

  private final PublishedZone zone = new PublishedZone();

  private Caller caller(String disclosure) {
    var rows = new ArrayList<ScoreRow>();
    for (int i = 1; i <= ENTERPRISES; i++) {
      rows.add(PublishedZone.scored(2025, i, "企业" + i, "growth", "氢能", 100 - i));
    }
    zone.publish(2025, "g2025", rows);
    return new Caller(
        new LookupHandler(
            zone.client(),
            InstantSource.fixed(PublishedZone.NOON),
            zone.settings.disclosing(Disclosure.of(disclosure))));
  }

  private static List<String> names(Caller caller, String address) {
    var names = new ArrayList<String>();
    Caller.json(caller.get(address))
        .path("items")
        .forEach(one -> names.add(one.path("name").asText()));
    return names;
  }

  private static List<String> codes(Caller caller, String address) {
    var codes = new ArrayList<String>();
    Caller.json(caller.get(address))
        .path("items")
        .forEach(one -> codes.add(one.path("uscc").asText()));
    return codes;
  }

  private static String card(int number) {
    return "/v1/years/2025/enterprises/" + FactsZone.uscc(number);
  }

  @Test
  void theFirstAloneHaveACard() {
    Caller caller = caller("top-3");
    assertThat(names(caller, "/v1/years/2025/rankings")).containsExactly("企业1", "企业2", "企业3");
    assertThat(names(caller, "/v1/years/2025/rankings?limit=2")).containsExactly("企业1", "企业2");
    assertThat(names(caller, "/v1/enterprises?q=%E4%BC%81%E4%B8%9A2")).containsExactly("企业2");
    assertThat(Caller.json(caller.get(card(3))).path("total").asDouble()).isEqualTo(97);
    assertThat(Caller.json(caller.get(card(3))).has("adjustments")).isFalse();
    assertThat(caller.get(card(4)).getStatusCode()).isEqualTo(404);
    assertThat(caller.get(card(4)).getBody())
        .as("as if it had no result")
        .isEqualTo(caller.get(card(99)).getBody().replace(FactsZone.uscc(99), FactsZone.uscc(4)));
  }

  @Test
  void listsAreNamesAndRanksWithoutTotals() {
    Caller caller = caller("lists");
    List<String> listed = names(caller, "/v1/years/2025/lists");
    assertThat(listed).hasSizeBetween(1, ENTERPRISES - 1);
    assertThat(names(caller, "/v1/years/2025/rankings")).isEqualTo(listed);
    for (String address : List.of("/v1/years/2025/rankings", "/v1/years/2025/lists")) {
      for (JsonNode one : Caller.json(caller.get(address)).path("items")) {
        assertThat(one.path("total").isNull()).as(one.toString()).isTrue();
      }
    }
    JsonNode first = Caller.json(caller.get(card(1)));
    assertThat(first.at("/rank/stage").asInt()).isEqualTo(1);
    assertThat(first.at("/rank/overall").isNull()).isTrue();
    assertThat(first.path("total").isNull()).isTrue();
    assertThat(first.path("categories").isNull()).isTrue();
    assertThat(caller.get(card(ENTERPRISES)).getStatusCode()).isEqualTo(404);
  }

  @Test
  void ofAStageNothingTellsAnOrder() {
    Caller caller = caller("stage");
    JsonNode items = Caller.json(caller.get("/v1/years/2025/rankings")).path("items");
    assertThat(items).hasSize(ENTERPRISES);
    var codes = new ArrayList<String>();
    for (JsonNode one : items) {
      codes.add(one.path("uscc").asText());
      assertThat(one.path("stage").asText()).isEqualTo("growth");
      assertThat(one.path("rank").isNull() && one.path("total").isNull()).isTrue();
    }
    assertThat(codes).isSorted();
    for (String order : List.of("rank", "stage", "uscc")) {
      assertThat(codes(caller, "/v1/years/2025/rankings?sort=" + order)).isEqualTo(codes);
      assertThat(codes(caller, "/v1/years/2025/rankings?limit=200&sort=-" + order))
          .isEqualTo(codes.reversed());
    }
    assertThat(codes(caller, "/v1/enterprises?q=%E4%BC%81%E4%B8%9A")).isEqualTo(codes);
    assertThat(names(caller, "/v1/years/2025/lists")).isEmpty();
    JsonNode card = Caller.json(caller.get(card(7)));
    assertThat(card.path("rank").isNull() && card.path("total").isNull()).isTrue();
    assertThat(caller.get("/v1/years/2025/rankings?format=csv").getBody()).doesNotContain("93");
  }

  @Test
  void anOverviewThenHasNumbersAlone() {
    JsonNode now = Caller.json(caller("stage").get("/v1/years/2025/overview")).at("/all/now");
    assertThat(now.path("enterprises").asInt()).isEqualTo(ENTERPRISES);
    for (String figure : List.of("mean", "median", "quartiles", "histogram")) {
      assertThat(now.path(figure).isNull()).as(figure).isTrue();
    }
  }
}
