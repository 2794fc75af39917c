package innovation.points.testkit;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
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

  private static final String CERTIFICATES = "qualifications";

  private static final FieldsRead CERTIFICATES_ONLY =
      new FieldsRead(
          Set.of(),
          Map.of(),
          Map.of(CERTIFICATES, Set.of("kind", "validFrom", "validTo", "lapsed")),
          Set.of(),
          Set.of());

  private ScoreRows() {}

  public static ScoreRow of(
      Card card,
      ScoreRow.Listing listing,
      String digest,
      List<RewardEntry> rewards,
      Instant evaluatedAt) {
    return of(card, listing, digest, rewards, evaluatedAt, List.of());
  }

  /**
   * The same with certificates behind them.
   *
   * @param certificates items of the dataset {@code qualifications}
   */
  public static ScoreRow of(
      Card card,
      ScoreRow.Listing listing,
      String digest,
      List<RewardEntry> rewards,
      Instant evaluatedAt,
      List<LineItem> certificates) {
    return new ScoreRow(
        card,
        listing,
        digest,
        facts(card.uscc(), card.year(), certificates),
        rewards,
        evaluatedAt,
        _ -> {
          throw new AssertionError("no facts stand behind the score of " + card.uscc());
        });
  }

  private static ScoredFacts facts(String uscc, int year, List<LineItem> certificates) {
    return ScoredFacts.of(
        new ScoringInput(
            year,
            new EnterpriseFacts(uscc, Map.of(), Map.of(CERTIFICATES, certificates)),
            new Deliveries(Map.of()),
            Map.of()),
        CERTIFICATES_ONLY);
  }
}
