package innovation.points.store.payment;

import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoresTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several enterprises claim in a year's published results. */
public final class ContestedItems {

  private ContestedItems() {}

  /** Reads all rows of the generation, with the facts that they were computed from. */
  public static List<ClaimedTwice> of(ScoresTable scores, Pointer pointer, RewardRules rules) {
    Map<String, Set<ItemClaim>> claims = new HashMap<>();
    scores.forEachRow(
        pointer.generation(),
        RowFilter.ALL,
        row -> claims.put(row.uscc(), rules.claims(pointer.year(), row.input().facts())));
    return ClaimedTwice.of(claims);
  }
}
