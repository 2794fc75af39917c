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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 中小企业特色产业集群 with their validity and what their enterprises come to, on 2 March 2026. */
class SpecialClustersTest {
  private static final String CALL = "/v1/years/2025/special-clusters";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  /** One cluster of two enterprises that have a contract together, one that is over. */
  @BeforeEach
  void draft() {
    zone.draft(
        List.of(
            row(1, 60, List.of(cluster("装备集群", "2023-11-01", "2026-10-31")), contract(300)),
            row(
                2,
                70.5,
                List.of(
                    cluster("装备集群", "2023-11-01", "2026-10-31"),
                    cluster("医药集群", "2022-09-01", "2025-08-31")),
                contract(280)),
            row(3, 80, List.of(), contract(50))));
  }

  @Test
  void theFirstToEndIsFirst() {
    assertThat(said("special-clusters"))
        .containsExactly("医药集群 2025-08-31 -183 1 70.5", "装备集群 2026-10-31 243 2 65.25");
  }

  /** 合同编号 T-1 is in both files: once, for the larger amount. */
  @Test
  void theBureauSeesWhatTheyComeToTogetherAndWhoTheyAre() {
    JsonNode cluster = Caller.json(caller.get(CALL, Caller.BUREAU)).path("items").path(1);
    assertThat(figure(cluster, "contracts")).isEqualTo(300);
    assertThat(cluster.path("members").findValuesAsText("uscc"))
        .containsExactly("914107000000000001", "914107000000000002");
  }

  @Test
  void departmentsSeeNoFigures() {
    JsonNode cluster = Caller.json(caller.get(CALL, Caller.DEPARTMENT)).path("items").path(1);
    assertThat(cluster.path("figures")).isEmpty();
    assertThat(cluster.path("enterprises").asInt()).isEqualTo(2);
  }

  @Test
  void itIsAFileTooAndFiltersNarrowIt() {
    assertThat(caller.get(CALL + "?format=csv", Caller.DEPARTMENT).getBody().lines().toList())
        .containsExactly(
            "\uFEFF集群名称,集群级别,集群认定日期,集群有效期至,剩余天数,企业数,总分均值",
            "医药集群,省级,2022-09-01,2025-08-31,-183,1,70.5",
            "装备集群,省级,2023-11-01,2026-10-31,243,2,65.25");
    assertThat(said("special-clusters?grid=08")).isEmpty();
    assertThat(said("special-clusters?park=主园区&grid=07-32")).hasSize(2);
    assertThat(caller.get(CALL, Caller.enterprise(1)).getStatusCode()).isEqualTo(403);
  }

  private List<String> said(String call) {
    JsonNode found = Caller.json(caller.get("/v1/years/2025/" + call, Caller.BUREAU));
    var said = new ArrayList<String>();
    for (JsonNode one : found.path("items")) {
      said.add(
          "%s %s %d %d %s"
              .formatted(
                  one.path("specialCluster").asText(),
                  one.path("validTo").asText(),
                  one.path("daysLeft").asInt(),
                  one.path("enterprises").asInt(),
                  one.path("meanTotal").asText()));
    }
    return said;
  }

  private static double figure(JsonNode cluster, String id) {
    for (JsonNode one : cluster.path("figures")) {
      if (one.path("id").asText().equals(id)) {
        return one.path("value").asDouble();
      }
    }
    throw new AssertionError("no figure " + id);
  }

  private static ScoreRow row(
      int number, double total, List<LineItem> clusters, LineItem contract) {
    return PublishedZone.withItems(
        2025,
        number,
        total,
        Map.of("special-clusters", clusters, "technology-contracts", List.of(contract)));
  }

  private static LineItem cluster(String name, String from, String to) {
    return PublishedZone.item(
        2025,
        "science",
        "special-clusters",
        Map.of(
            "specialCluster", Value.of(name),
            "level", Value.of("省级"),
            "validFrom", Value.of(LocalDate.parse(from)),
            "validTo", Value.of(LocalDate.parse(to))));
  }

  private static LineItem contract(double amount) {
    return PublishedZone.item(
        2025,
        "science",
        "technology-contracts",
        Map.of("contract", Value.of("T-1"), "kind", Value.of("技术开发"), "amount", Value.of(amount)));
  }
}
