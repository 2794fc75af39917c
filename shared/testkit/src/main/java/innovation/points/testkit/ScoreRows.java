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

  private static final FieldsRead ITEMS_ONLY =
      new FieldsRead(
          Set.of(),
          Map.of(),
          Map.of(
              "qualifications", Set.of("kind", "validFrom", "validTo", "lapsed"),
              "special-clusters", Set.of("specialCluster", "level", "validFrom", "validTo"),
              "benefits-taken", Set.of("benefit", "takenOn"),
              "technology-contracts", Set.of("contract", "kind", "amount")),
          Set.of(),
          Set.of());

  private ScoreRows() {}

  public static ScoreRow of(
      Card card,
      ScoreRow.Listing listing,
      String digest,
      List<RewardEntry> rewards,
      Instant evaluatedAt) {
    return of(card, listing, digest, rewards, evaluatedAt, Map.of());
  }

  /**
   * The same with items behind them.
   *
   * @param items by dataset
   */
  public static ScoreRow of(
      Card card,
      ScoreRow.Listing listing,
      String digest,
      List<RewardEntry> rewards,
      Instant evaluatedAt,
      Map<String, List<LineItem>> items) {
    return new ScoreRow(
        card,
        listing,
        digest,
        facts(card.uscc(), card.year(), items),
        rewards,
        evaluatedAt,
        _ -> {
          throw new AssertionError("no facts stand behind the score of " + card.uscc());
        });
  }

  private static ScoredFacts facts(String uscc, int year, Map<String, List<LineItem>> items) {
    return ScoredFacts.of(
        new ScoringInput(
            year, new EnterpriseFacts(uscc, Map.of(), items), new Deliveries(Map.of()), Map.of()),
        ITEMS_ONLY);
  }
}
