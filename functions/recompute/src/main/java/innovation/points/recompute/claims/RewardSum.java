package innovation.points.recompute.claims;

import innovation.points.store.run.Manifest.Rewards;
import innovation.points.store.run.Manifest.Rewards.OfKind;
import innovation.points.store.scores.RewardEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rewards of enterprises come to; yuan. Not thread-safe. */
public final class RewardSum {

  private final SortedMap<String, OfKind> kinds = new TreeMap<>();
  private int rewarded;

  /** The rewards of an enterprise. */
  public void add(List<RewardEntry> rewards) {
    if (!rewards.isEmpty()) {
      rewarded++;
    }
    for (RewardEntry reward : rewards) {
      kinds.merge(reward.reward(), new OfKind(1, reward.amount()), RewardSum::sum);
    }
  }

  /** Those of other enterprises. */
  public void add(Rewards rewards) {
    rewards.kinds().forEach((kind, more) -> kinds.merge(kind, more, RewardSum::sum));
    rewarded += rewards.enterprises();
  }

  public Rewards rewards() {
    BigDecimal sum =
        kinds.values().stream().map(OfKind::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Rewards(rewarded, sum, kinds);
  }

  private static OfKind sum(OfKind one, OfKind other) {
    return new OfKind(one.enterprises() + other.enterprises(), one.amount().add(other.amount()));
  }
}
