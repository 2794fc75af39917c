package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.publication.Rankings;
import innovation.points.store.table.LastUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Complete published rankings in memory, for search and for other orders, which read every entry. A
 * generation never changes: each is read once, and the most recently used are kept. Thread-safe.
 */
public final class LoadedRankings {
  private static final int KEPT = 4;

  /** Pages read at once. */
  private static final int LANES = 8;

  private final Rankings rankings;
  private final CapacityMeter meter;
  private final LastUsed<String, LoadedRanking> kept = new LastUsed<>(KEPT);

  public LoadedRankings(Rankings rankings, CapacityMeter meter) {
    this.rankings = rankings;
    this.meter = meter;
  }

  public LoadedRanking of(String generation) {
    return kept.get(generation, id -> new LoadedRanking(read(id)));
  }

  private List<RankingEntry> read(String generation) {
    Optional<RankingPage> first = rankings.page(generation, RankingList.ALL, 0);
    if (first.isEmpty()) {
      return List.of();
    }
    var entries = new ArrayList<>(first.get().entries());
    int pages = RankingPage.pages(first.get().size());
    try (var threads = Executors.newFixedThreadPool(Math.clamp(pages, 1, LANES))) {
      var rest = new ArrayList<Future<Optional<RankingPage>>>();
      for (int number = 1; number < pages; number++) {
        int page = number;
        rest.add(
            threads.submit(meter.carried(() -> rankings.page(generation, RankingList.ALL, page))));
      }
      for (Future<Optional<RankingPage>> page : rest) {
        entries.addAll(result(page).orElseThrow().entries());
      }
    }
    return entries;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading a ranking", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot read a ranking", e.getCause());
    }
  }
}
