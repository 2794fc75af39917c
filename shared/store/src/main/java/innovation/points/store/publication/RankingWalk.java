package innovation.points.store.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stored ranking list from a position on, page by page. */
final class RankingWalk {
  private final Rankings rankings;
  private final String generation;
  private final RankingList list;
  private int place;
  private int number = -1;
  private List<RankingEntry> page = List.of();

  /**
   * Begins a walk.
   *
   * @param place of the first entry wanted, from 0
   */
  RankingWalk(Rankings rankings, String generation, RankingList list, int place) {
    this.rankings = rankings;
    this.generation = generation;
    this.list = list;
    this.place = place;
  }

  /** The place of the entry that {@link #next} answers next. */
  int place() {
    return place;
  }

  /** The next entry; null at the end of the list. */
  @Nullable RankingEntry next() {
    int wanted = place / RankingPage.ENTRIES;
    if (wanted != number) {
      page = rankings.page(generation, list, wanted).map(RankingPage::entries).orElse(List.of());
      number = wanted;
    }
    int index = place % RankingPage.ENTRIES;
    if (index >= page.size()) {
      return null;
    }
    place++;
    return page.get(index);
  }
}
