package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FileVersion;
import innovation.points.testkit.FactsZone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an enterprise reported stands beside what is in force. */
class SelfReportsTest {
  private static final String PATH = "/v1/self-reports?year=2025";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  private static String field(JsonNode answer, String dataset, String field) {
    return StreamSupport.stream(answer.path("items").spliterator(), false)
        .filter(item -> item.path("dataset").asText().equals(dataset))
        .filter(item -> item.path("field").asText().equals(field))
        .map(JsonNode::toString)
        .toList()
        .toString();
  }

  @Test
  void departmentsFigureGoesBeforeTheEnterprisesOwn() {
    zone.file(
        "enterprise",
        "operations",
        2025,
        Map.of(1, Map.of("revenue", Value.of(900.0), "rdExpense", Value.of(80.0))));
    zone.file("tax", "operations", 2025, Map.of(1, Map.of("revenue", Value.of(1000.0))));
    zone.file("tax", "operations", 2024, Map.of(1, Map.of("netProfit", Value.of(7.0))));

    JsonNode answer = Caller.json(caller.get(PATH, Caller.enterprise(1)));
    assertThat(answer.path("year").asInt()).isEqualTo(2025);
    assertThat(field(answer, "operations", "revenue"))
        .isEqualTo(
            """
            [{"uscc":"%1$s","dataset":"operations","field":"revenue","reported":900,"inForce":1000,\
            "source":"tax","verified":true}]\
            """
                .formatted(FactsZone.uscc(1)));
    assertThat(field(answer, "operations", "rdExpense"))
        .isEqualTo(
            """
            [{"uscc":"%1$s","dataset":"operations","field":"rdExpense","reported":80,"inForce":80,\
            "source":"enterprise","verified":false}]\
            """
                .formatted(FactsZone.uscc(1)));
    assertThat(field(answer, "operations", "netProfit"))
        .as("another year's")
        .isEqualTo(
            """
            [{"uscc":"%1$s","dataset":"operations","field":"netProfit","reported":null,"inForce":null,\
            "source":null,"verified":false}]\
            """
                .formatted(FactsZone.uscc(1)));
    assertThat(field(answer, "operations", "name")).isEqualTo("[]");
    assertThat(field(answer, "credit", "abnormal"))
        .as("nobody reports it of itself")
        .isEqualTo("[]");
  }

  @Test
  void whatTheBureauEnteredGoesBeforeTheEnterprisesOwn() {
    zone.file("enterprise", "workforce", 2025, Map.of(1, Map.of("staff", Value.of(90.0))));
    zone.file("bureau", "workforce", 2025, Map.of(1, Map.of("staff", Value.of(95.0))));

    assertThat(field(Caller.json(caller.get(PATH, Caller.enterprise(1))), "workforce", "staff"))
        .contains("\"reported\":90,\"inForce\":95,\"source\":\"bureau\",\"verified\":true");
    String entered = PATH + "&source=bureau&uscc=" + FactsZone.uscc(1);
    assertThat(field(Caller.json(caller.get(entered, Caller.BUREAU)), "workforce", "staff"))
        .contains("\"reported\":95,\"inForce\":95,\"source\":\"bureau\",\"verified\":true");
  }

  @Test
  void whatAPersonFoundOfAFigureIsSaidBesideIt() {
    var file =
        new FileVersion(
            "uploads/enterprise/operations/2025/%s.csv".formatted(FactsZone.uscc(1)),
            "v1",
            Instant.parse("2026-01-02T00:00:00Z"));
    var at = Instant.parse("2026-01-03T00:00:00Z");
    zone.facts()
        .put(
            List.of(
                new Contribution(
                    file,
                    FactsZone.uscc(1),
                    List.of(
                        new FactRow(
                            2,
                            Map.of(
                                "revenue", Value.of(900.0),
                                "rdExpense", Value.of(80.0),
                                "netProfit", Value.of(5.0)),
                            Map.of(
                                "revenue", new FactRow.Check(true, "", null, at),
                                "rdExpense", new FactRow.Check(false, "与审计报告不符", "tax", at)))))));

    JsonNode answer = Caller.json(caller.get(PATH, Caller.enterprise(1)));
    assertThat(field(answer, "operations", "revenue"))
        .contains("\"verified\":true,\"check\":{\"outcome\":\"confirmed\",\"reason\":\"\",");
    assertThat(field(answer, "operations", "rdExpense"))
        .contains("\"reported\":80,\"inForce\":null,\"source\":null,\"verified\":false,")
        .contains("{\"outcome\":\"refused\",\"reason\":\"与审计报告不符\",\"department\":\"tax\",");
    JsonNode awaiting =
        Caller.json(caller.get(PATH + "&awaiting=true&uscc=" + FactsZone.uscc(1), Caller.BUREAU));
    assertThat(awaiting.path("items").findValuesAsText("field")).containsExactly("netProfit");
  }

  @Test
  void linesStandUnderTheirNaturalKey() {
    Map<String, Value> line =
        Map.of("contract", Value.of("HT-1"), "amount", Value.of(50.0), "kind", Value.of("技术开发"));
    zone.file("enterprise", "technology-contracts", 2025, Map.of(1, line));
    zone.file(
        "science",
        "technology-contracts",
        2025,
        Map.of(1, Map.of("contract", Value.of("HT-2"), "amount", Value.of(70.0))));

    JsonNode answer = Caller.json(caller.get(PATH, Caller.enterprise(1)));
    assertThat(field(answer, "technology-contracts", "amount"))
        .isEqualTo(
            """
            [{"uscc":"%1$s","dataset":"technology-contracts","field":"amount","item":"HT-1","reported":50,\
            "inForce":50,"source":"enterprise","verified":false}, \
            {"uscc":"%1$s","dataset":"technology-contracts","field":"amount","item":"HT-2","reported":null,\
            "inForce":70,"source":"science","verified":true}]\
            """
                .formatted(FactsZone.uscc(1)));
  }

  @Test
  void enterprisesSeeTheirOwnAndTheBureauAnyThatItNames() {
    String other = "&uscc=" + FactsZone.uscc(2);
    assertThat(caller.get(PATH, Caller.NOBODY).getStatusCode()).isEqualTo(401);
    assertThat(Caller.json(caller.get(PATH + other, Caller.DEPARTMENT)).path("items"))
        .as("of its own datasets")
        .allMatch(item -> item.path("dataset").asText().equals("operations"));
    assertThat(caller.get(PATH + other, Caller.enterprise(1)).getStatusCode()).isEqualTo(403);
    assertThat(caller.get(PATH + other, Caller.BUREAU).getStatusCode()).isEqualTo(200);
    assertThat(
            Caller.json(caller.get("/v1/self-reports", Caller.enterprise(1)))
                .path("detail")
                .asText())
        .isEqualTo("缺少参数 year：应为四位年份（如 2025）");
  }
}
