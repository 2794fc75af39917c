package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.lookup.publication.PublishedEntries;
import innovation.points.lookup.publication.SupposedPlaces;
import innovation.points.store.publication.Rankings;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.FactsZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The place that a supposed result would have, beside counting all others. */
class SupposedPlacesTest {

  private static final List<String> STAGES = List.of("growth", "startup");

  private final PublishedZone zone = new PublishedZone();

  @Test
  void itIsOneMoreThanHaveAGreaterTotal() {
    var random = new Random(5);
    var rows = new ArrayList<ScoreRow>();
    for (int i = 1; i <= 1_000; i++) {
      double total = random.nextInt(4_000) / 100.0;
      rows.add(PublishedZone.scored(2025, i, "企业" + i, STAGES.get(i <= 400 ? 0 : 1), "氢能", total));
    }
    zone.publish(2025, "g1", rows);
    var places =
        new SupposedPlaces(
            new Rankings(zone.client(), zone.tables.scores()),
            new PublishedEntries(new ScoresTable(zone.client(), zone.tables.scores())));
    for (int number : List.of(1, 400, 401, 1_000, 1_001)) {
      String uscc = FactsZone.uscc(number);
      for (double total : List.of(0.0, 0.01, 9.99, 20.0, total(rows.get(17)), 39.99, 40.0)) {
        for (String stage : STAGES) {
          Rank place = places.of("g1", uscc, stage, total);
          assertThat(place)
              .as("%s with %s in %s", uscc, total, stage)
              .isEqualTo(counted(rows, uscc, stage, total));
        }
      }
    }
  }

  private static Rank counted(List<ScoreRow> rows, String uscc, String stage, double total) {
    List<ScoreRow> others = rows.stream().filter(row -> !row.uscc().equals(uscc)).toList();
    List<ScoreRow> peers = others.stream().filter(row -> stage.equals(row.card().stage())).toList();
    Predicate<ScoreRow> better = row -> total(row) > total;
    return new Rank(
        1 + (int) others.stream().filter(better).count(),
        1 + others.size(),
        1 + (int) peers.stream().filter(better).count(),
        1 + peers.size());
  }

  private static double total(ScoreRow row) {
    return Objects.requireNonNull(row.card().total());
  }
}
