package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.Rank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A complete ranking in memory. Immutable. */
public final class LoadedRanking {
  private static final double[] NOBODY = {};

  private final List<RankingEntry> entries;
  private final Map<String, RankingEntry> byCode = new HashMap<>();
  private final double[] totals;
  private final Map<String, double[]> stages = new HashMap<>();

  LoadedRanking(List<RankingEntry> entries) {
    this.entries = List.copyOf(entries);
    this.totals = totals(this.entries);
    this.entries.stream()
        .collect(Collectors.groupingBy(RankingEntry::stage))
        .forEach((stage, of) -> stages.put(stage, totals(of)));
    this.entries.forEach(entry -> byCode.put(entry.uscc(), entry));
  }

  /** The totals in ascending order. */
  private static double[] totals(List<RankingEntry> entries) {
    return entries.stream().mapToDouble(RankingEntry::total).sorted().toArray();
  }

  /**
   * The place that an enterprise would have with another result among the others; by search.
   *
   * @param stage that it would be in
   */
  public Rank place(String uscc, String stage, double total) {
    RankingEntry own = byCode.get(uscc);
    double[] peers = stages.getOrDefault(stage, NOBODY);
    RankingEntry ownPeer = own != null && own.stage().equals(stage) ? own : null;
    boolean overall = entries.isEmpty() || entries.getFirst().rank().overall() != null;
    return new Rank(
        overall ? Integer.valueOf(1 + better(totals, total, own)) : null,
        overall ? Integer.valueOf(totals.length + (own == null ? 1 : 0)) : null,
        1 + better(peers, total, ownPeer),
        peers.length + (ownPeer == null ? 1 : 0));
  }

  /** How many of some totals are greater, its own of the ranking left out. */
  private static int better(double[] sorted, double total, @Nullable RankingEntry own) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] > total) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int greater = sorted.length - low;
    return own != null && own.total() > total ? greater - 1 : greater;
  }

  /** The entries in display order. */
  public List<RankingEntry> entries() {
    return entries;
  }
}
