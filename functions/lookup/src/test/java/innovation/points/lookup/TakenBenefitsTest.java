package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.ScoreRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What departments say was taken up of what the result opens. */
class TakenBenefitsTest {
  private static final String CALL = "/v1/years/2025/benefits";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  /** Ten ranked enterprises of one stage; what was taken up came after the publication. */
  @BeforeEach
  void publish() {
    zone.publish(
        2025, "g2025", IntStream.rangeClosed(1, 10).mapToObj(i -> row(i, List.of())).toList());
    zone.draft(
        List.of(
            row(
                1,
                List.of(
                    taken("finance", "优先拨付各级政策奖励资金", "2026-05-20"),
                    taken("finance", "优先拨付各级政策奖励资金", "2026-04-20"),
                    taken("hr", "projects", "2026-04-01"))),
            row(2, List.of(taken("science", "payment-first", "2026-04-21"))),
            row(10, List.of(taken("science", "科技项目", "2026-04-22"))),
            row(3, List.of(taken("hr", "落户", "2026-04-23")))));
  }

  /** The first 5 of 10 are entitled to 科技项目; what hr says of it does not count. */
  @Test
  void entitledAndTakenUpAreCounted() {
    JsonNode counts = Caller.json(caller.get(CALL + "/counts", Caller.BUREAU));
    assertThat(count(counts, "payment-first")).isEqualTo("10 2 0");
    assertThat(count(counts, "projects")).isEqualTo("5 0 1");
    assertThat(counts.path("unknown").toString()).isEqualTo("[\"落户\"]");
  }

  @Test
  void aDepartmentCountsWhatItGrants() {
    JsonNode counts = Caller.json(caller.get(CALL + "/counts", Caller.department("finance")));
    assertThat(counts.path("items").findValuesAsText("id"))
        .containsExactly("payment-first", "financing", "funds");
    assertThat(counts.path("unknown")).isEmpty();
    assertThat(
            caller
                .get(CALL + "/counts?format=csv", Caller.department("finance"))
                .getBody()
                .lines()
                .limit(2))
        .containsExactly(
            "\uFEFF支持,办理部门,符合条件企业数,其中已享受企业数,不符合条件而已享受企业数,依据", "优先拨付各级政策奖励资金,财政金融局,10,2,0,五(四)");
  }

  /** Also those who own no dataset: a department of the catalogue that has a list. */
  @Test
  void whoeverGrantsABenefitReadsWhoIsEntitled() {
    JsonNode counts =
        Caller.json(caller.get(CALL + "/counts", Caller.department("housing"))).path("items");
    assertThat(counts.findValuesAsText("id")).containsExactly("housing");
  }

  @Test
  void theListSaysSinceWhen() {
    List<String> lines =
        caller
            .get(CALL + "?benefit=payment-first&format=csv", Caller.BUREAU)
            .getBody()
            .lines()
            .toList();
    assertThat(lines.get(1))
        .isEqualTo("优先拨付各级政策奖励资金,财政金融局,914107000000000001,企业1,成长期,1,10,主园区,07-32,2026-04-20,五(四)");
    assertThat(lines.get(3)).contains("企业3").contains("07-32,,五(四)");
    assertThat(Caller.json(caller.get(CALL + "?park=分园", Caller.BUREAU)).path("items")).isEmpty();
  }

  @Test
  void anEnterpriseSeesItsOwnAndADepartmentTheDaysOfWhatItGrants() {
    String own = "/v1/years/2025/enterprises/914107000000000001/benefits";
    assertThat(said(own, Caller.enterprise(1)))
        .contains("payment-first true 2026-04-20", "projects true null");
    assertThat(said(own, Caller.department("hr"))).contains("payment-first true null");
    assertThat(said(own, Caller.department("finance"))).contains("payment-first true 2026-04-20");
    assertThat(said("/v1/years/2025/enterprises/914107000000000010/benefits", Caller.BUREAU))
        .containsExactly("payment-first true null", "projects false 2026-04-22");
    assertThat(caller.get(own, Caller.enterprise(2)).getStatusCode()).isEqualTo(403);
  }

  private List<String> said(String call, Map<String, String> who) {
    var said = new ArrayList<String>();
    for (JsonNode one : Caller.json(caller.get(call, who)).path("items")) {
      said.add(
          "%s %s %s"
              .formatted(
                  one.path("id").asText(),
                  one.path("entitled").asText(),
                  one.path("takenOn").asText()));
    }
    return said;
  }

  private static String count(JsonNode counts, String benefit) {
    for (JsonNode one : counts.path("items")) {
      if (one.path("id").asText().equals(benefit)) {
        return "%d %d %d"
            .formatted(
                one.path("entitled").asInt(),
                one.path("takenUp").asInt(),
                one.path("others").asInt());
      }
    }
    throw new AssertionError("no benefit " + benefit);
  }

  private static ScoreRow row(int number, List<LineItem> taken) {
    return PublishedZone.withItems(2025, number, 90 - number, Map.of("benefits-taken", taken));
  }

  private static LineItem taken(String office, String benefit, String on) {
    return PublishedZone.item(
        2025,
        office,
        "benefits-taken",
        Map.of("benefit", Value.of(benefit), "takenOn", Value.of(LocalDate.parse(on))));
  }
}
