package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.publication.Rankings;
import innovation.points.store.scores.Rank;
import innovation.points.store.table.LastUsed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place that an enterprise would have with another result among those of a generation. Lists
 * are stored by total: a place is found by halving their pages, of which those read last are kept.
 * Thread-safe.
 */
public final class SupposedPlaces {
  private static final int KEPT = 64;

  private final Rankings rankings;
  private final PublishedEntries entries;
  private final LastUsed<Key, RankingPage> kept = new LastUsed<>(KEPT);

  private record Key(String generation, RankingList list, int number) {}

  public SupposedPlaces(Rankings rankings, PublishedEntries entries) {
    this.rankings = rankings;
    this.entries = entries;
  }

  /**
   * The place. At most as many reads for each of two lists as its pages can be halved, and one.
   *
   * @param stage that it would be in
   */
  public Rank of(String generation, String uscc, String stage, double total) {
    RankingEntry own = entries.of(generation, List.of(uscc)).get(uscc);
    RankingEntry peer = own != null && own.stage().equals(stage) ? own : null;
    RankingList peers = RankingList.stage(stage);
    int inStage = 1 + better(generation, peers, total, peer);
    int stageOf = others(generation, peers, peer) + 1;
    boolean ranksAll =
        page(generation, RankingList.ALL, 0)
            .map(page -> page.entries().getFirst().rank().overall() != null)
            .orElse(true);
    return ranksAll
        ? new Rank(
            1 + better(generation, RankingList.ALL, total, own),
            others(generation, RankingList.ALL, own) + 1,
            inStage,
            stageOf)
        : new Rank(null, null, inStage, stageOf);
  }

  private int others(String generation, RankingList list, @Nullable RankingEntry own) {
    int all = page(generation, list, 0).map(RankingPage::size).orElse(0);
    return own == null ? all : all - 1;
  }

  /** How many entries of a list have a greater total, its own left out. */
  private int better(
      String generation, RankingList list, double total, @Nullable RankingEntry own) {
    int low = 0;
    int high = RankingPage.pages(page(generation, list, 0).map(RankingPage::size).orElse(0));
    int greater = 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int here = greater(page(generation, list, middle).orElseThrow().entries(), total);
      if (here == RankingPage.ENTRIES) {
        low = middle + 1;
      } else {
        high = middle;
        greater = here;
      }
    }
    int found = low * RankingPage.ENTRIES + greater;
    return own != null && own.total() > total ? found - 1 : found;
  }

  private static int greater(List<RankingEntry> page, double total) {
    return (int) page.stream().takeWhile(entry -> entry.total() > total).count();
  }

  private Optional<RankingPage> page(String generation, RankingList list, int number) {
    var key = new Key(generation, list, number);
    Optional<RankingPage> known = kept.known(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<RankingPage> read = rankings.page(generation, list, number);
    read.ifPresent(page -> kept.keep(key, page));
    return read;
  }
}
