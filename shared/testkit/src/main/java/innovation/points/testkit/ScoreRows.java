package innovation.points.testkit;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.facts.ScoredFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows with figures that no facts stand behind: for lists and ranks, not for explanations. */
public final class ScoreRows {

  private static final FieldsRead NOTHING =
      new FieldsRead(Set.of(), Map.of(), Map.of(), Set.of(), Set.of());

  private ScoreRows() {}

  public static ScoreRow of(
      Card card,
      ScoreRow.Listing listing,
      String digest,
      List<RewardEntry> rewards,
      Instant evaluatedAt) {
    return new ScoreRow(
        card,
        listing,
        digest,
        noFacts(card.uscc(), card.year()),
        rewards,
        evaluatedAt,
        _ -> {
          throw new AssertionError("no facts stand behind the score of " + card.uscc());
        });
  }

  private static ScoredFacts noFacts(String uscc, int year) {
    return ScoredFacts.of(
        new ScoringInput(
            year,
            new EnterpriseFacts(uscc, Map.of(), Map.of()),
            new Deliveries(Map.of()),
            Map.of()),
        NOTHING);
  }
}
