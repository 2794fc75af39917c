package innovation.points.store.payment;

import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several enterprises claim in a year's published results. */
public final class ContestedItems {

  private static final int BATCH = 500;

  private ContestedItems() {}

  /** Reads all rows of the generation, with the facts that they were computed from. */
  public static List<ClaimedTwice> of(ScoresTable scores, Pointer pointer, RewardRules rules) {
    Map<String, Set<ItemClaim>> claims = new HashMap<>();
    String after = null;
    do {
      StoredPage<ScoreRow> page = scores.rows(pointer.generation(), RowFilter.ALL, BATCH, after);
      for (ScoreRow row : page.items()) {
        claims.put(row.uscc(), rules.claims(pointer.year(), row.input().facts()));
      }
      after = page.next();
    } while (after != null);
    return ClaimedTwice.of(claims);
  }
}
