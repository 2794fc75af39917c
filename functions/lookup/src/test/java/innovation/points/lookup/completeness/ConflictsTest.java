package innovation.points.lookup.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Conflicts;
import innovation.points.store.facts.Conflicts.Conflict;
import innovation.points.store.facts.Conflicts.Said;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.ZoneTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Fields of which the sources differ, whichever is in force. */
class ConflictsTest {

  private static final String USCC = FactsZone.uscc(1);

  private final ZoneTables tables = new ZoneTables();
  private final FactsTable facts = new FactsTable(tables.client(), tables.facts());

  @Test
  void whatTheSourcesSayIsNamedWithTheOneInForce() {
    say("tax", "operations", 2025, "a", Map.of("revenue", Value.of(100), "rdExpense", Value.of(8)));
    say(
        "enterprise",
        "operations",
        2025,
        USCC,
        Map.of("revenue", Value.of(80), "rdExpense", Value.of(8)));
    say("public", "workforce", 2025, "b", Map.of("staff", Value.of(3)));
    say("enterprise", "operations", 2024, USCC, Map.of("revenue", Value.of(5)));

    assertThat(conflicts(_ -> true))
        .containsExactly(
            new Conflict(
                USCC,
                null,
                null,
                "operations",
                "revenue",
                "营业收入(万元)",
                List.of(
                    new Said(
                        "enterprise",
                        Value.of(80),
                        "uploads/enterprise/operations/2025/" + USCC + ".csv",
                        "v",
                        2),
                    new Said("tax", Value.of(100), "uploads/tax/operations/2025/a.csv", "v", 2)),
                "tax",
                0.2));
    assertThat(conflicts(dataset -> dataset.owner().equals("hr"))).isEmpty();
  }

  /** A source's own later file is its word; what only one source says is no conflict. */
  @Test
  void aSourceThatCorrectsItselfIsInNoConflict() {
    say("tax", "operations", 2025, "a", Map.of("revenue", Value.of(100)));
    say("tax", "operations", 2025, "b", Map.of("revenue", Value.of(90)));
    assertThat(conflicts(_ -> true)).isEmpty();
    say("public", "operations", 2025, "c", Map.of("costs", Value.of(90)));
    assertThat(conflicts(_ -> true)).isEmpty();
  }

  private List<Conflict> conflicts(Predicate<Dataset> wanted) {
    return new Conflicts(facts).of(USCC, null, null, 2025, wanted);
  }

  private void say(
      String source, String dataset, int year, String name, Map<String, Value> values) {
    String key = "uploads/%s/%s/%d/%s.csv".formatted(source, dataset, year, name);
    var file = new FileVersion(key, "v", Instant.parse("2026-03-02T04:00:00Z"));
    facts.put(List.of(new Contribution(file, USCC, List.of(new FactRow(2, values)))));
  }
}
