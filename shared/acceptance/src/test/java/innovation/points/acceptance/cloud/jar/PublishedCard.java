package innovation.points.acceptance.cloud.jar;

import innovation.points.local.LocalDynamoDb;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.Publications;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.ScoreRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One enterprise in one published year: the one of {@code events/lookup/enterprise.json}. */
final class PublishedCard {

  static final String USCC = "914107000000000001";
  static final int YEAR = 2025;
  static final String GENERATION = "g2025";

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final String RULEBOOK = "xinxiang-2022-110";

  private PublishedCard() {}

  static void write(DynamoDbClient client) {
    new ScoresTable(client, LocalDynamoDb.SCORES).put(List.of(row()));
    var runs = new Runs(client, LocalDynamoDb.SCORES);
    runs.order(
        Run.ordered(YEAR, GENERATION, new Run.Order(true, null, false, Approvals.PREPARES, NOON)));
    var held = (RunClaim.Held) runs.claim(YEAR, GENERATION, "test", NOON, NOON.plusSeconds(60));
    runs.begin(held.lease(), new Run.RulebookUsed(RULEBOOK, "ab".repeat(32)));
    runs.complete(
        held.lease(), COUNTS, new RunChanges(null, 0, 0, 0, 0, 0, List.of()), List.of(), null);
    Run run = runs.find(YEAR, GENERATION).orElseThrow();
    var zone = new FactsTable(client, LocalDynamoDb.FACTS).publication(YEAR, GENERATION);
    if (!new Publications(client, LocalDynamoDb.SCORES)
        .publish(held.lease(), run, null, NOON, List.of(zone))) {
      throw new IllegalStateException("not published");
    }
  }

  /** The partition of the enterprise's row. */
  static String partition() {
    return "gen#" + GENERATION + "#" + Math.floorMod(USCC.hashCode(), 8);
  }

  private static final GenerationCounts COUNTS =
      new GenerationCounts(1, 1, 1, 0, 0, Map.of("growth", 1), Map.of("all", 1, "stage=growth", 1));

  private static ScoreRow row() {
    var card =
        new Card(
            USCC,
            "新乡A科技有限公司",
            YEAR,
            GENERATION,
            ScoreStatus.SCORED,
            "growth",
            63.25,
            Map.of("technology", 55.1, "growth", 70.02, "auxiliary", 61.4),
            null,
            null,
            new Rank(1, 1, 1, 1),
            RULEBOOK,
            List.of(),
            List.of());
    return ScoreRows.of(
            card,
            new ScoreRow.Listing("C34", "生物医药", "主园区", "07-32", 0.93),
            "ab".repeat(32),
            List.of(),
            NOON)
        .in(GENERATION, new Rank(1, 1, 1, 1));
  }
}
