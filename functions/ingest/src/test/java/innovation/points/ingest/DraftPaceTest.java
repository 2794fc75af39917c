package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.facts.FactsTable;
import innovation.points.store.table.Attributes;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import innovation.points.web.event.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The facts of a large file wait for the draft, so that nobody's changes wait behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftPaceTest {

  private static final int ROWS = 5_500;
  private static final InstantSource NOON = () -> Instant.parse("2026-03-01T04:00:00Z");

  private final IntakeEngines engines = new IntakeEngines();

  @AfterAll
  void stop() {
    engines.close();
  }

  @Test
  void largeFileGoesNoFurtherAheadThanThreeSlices() {
    List<Integer> written = new ArrayList<>();
    Deadline.Pause followed =
        _ -> {
          written.add(facts(2025));
          engines.factsTable().unmark(marks());
        };

    takeIn("uploads/tax/operations/2025/large.csv", followed);

    assertThat(written).containsExactly(3_000, 5_000);
    assertThat(facts(2025)).isEqualTo(ROWS);
  }

  @Test
  void whereNobodyFollowsTheStreamItGoesOnAllTheSame() {
    List<Integer> waits = new ArrayList<>();

    takeIn("uploads/tax/operations/2024/large.csv", _ -> waits.add(1));

    assertThat(waits).hasSize(100);
    assertThat(facts(2024)).isEqualTo(ROWS);
  }

  private void takeIn(String key, Deadline.Pause pause) {
    var text = new StringBuilder("uscc,revenue\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(Usccs.of(i)).append(",1\n");
    }
    engines.bucket.put(key, text.toString());
    var event = QueueMessages.event(QueueMessages.message("1", 1, key));
    var context = new TestContext("ingest", 900_000, new ArrayList<>());
    assertThat(engines.handler(NOON, pause).handleRequest(event, context).getBatchItemFailures())
        .isEmpty();
  }

  private int facts(int year) {
    return (int)
        engines.facts().stream()
            .filter(item -> Attributes.text(item, "sk").startsWith("operations#" + year))
            .count();
  }

  private List<String> marks() {
    return engines.facts().stream()
        .flatMap(
            item ->
                FactsTable.mark(Attributes.text(item, "uscc"), Attributes.text(item, "sk"))
                    .stream())
        .toList();
  }
}
