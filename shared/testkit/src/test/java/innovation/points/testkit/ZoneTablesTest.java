package innovation.points.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoneTablesTest {

  @Test
  void zonesDoNotSeeEachOther() {
    var one = new ZoneTables();
    var other = new ZoneTables();
    new FactsZone(one).revenue(2025, 1, 1500);

    assertThat(one.items(one.facts())).isNotEmpty();
    assertThat(other.items(other.facts())).isEmpty();
  }

  @Test
  void clearedZoneIsEmpty() {
    var tables = new ZoneTables();
    var zone = new FactsZone(tables);
    zone.roster(2025, 1);
    zone.deliver("enterprises", 2025);

    tables.clear();

    assertThat(tables.items(tables.facts())).isEmpty();
  }

  @Test
  void factsComeFromTheFileOfTheDatasetsOwner() {
    var zone = new FactsZone(new ZoneTables());
    zone.revenue(2025, 7, 1500);
    zone.correct("operations", 2025, 7, "v2", Map.of("costs", Value.of(400)));

    var facts = zone.facts().read(FactsZone.uscc(7)).year(2025).facts();

    assertThat(facts).containsOnlyKeys("revenue", "costs");
    assertThat(facts.values())
        .allSatisfy(
            fact -> {
              assertThat(fact.source().key()).isEqualTo("uploads/tax/operations/2025/all.csv");
              assertThat(fact.source().version()).isEqualTo("v2");
              assertThat(fact.source().row()).isEqualTo(8);
            });
  }
}
