package innovation.points.store.publication;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a stored ranking list from a position on, page by page. Holds one page. */
public final class RankingWalk implements EntryWalk {
  private final Rankings rankings;
  private final String generation;
  private final RankingList list;
  private final boolean backwards;
  private int place;
  private @Nullable RankingPage page;

  /**
   * Begins a walk.
   *
   * @param backwards from the last entry to the first
   * @param place of the first entry wanted, from 0 in the direction of the walk
   */
  public RankingWalk(
      Rankings rankings, String generation, RankingList list, boolean backwards, int place) {
    this.rankings = rankings;
    this.generation = generation;
    this.list = list;
    this.backwards = backwards;
    this.place = place;
  }

  @Override
  public int place() {
    return place;
  }

  @Override
  public @Nullable RankingEntry next() {
    return next(_ -> {});
  }

  /**
   * The next entry; null at the end of the list.
   *
   * @param read is told the entries of each page that is read on the way
   */
  @Nullable RankingEntry next(Consumer<List<RankingEntry>> read) {
    int wanted = place;
    if (backwards) {
      RankingPage any = page == null ? turn(0, read) : page;
      if (any == null || place >= any.size()) {
        return null;
      }
      wanted = any.size() - 1 - place;
    }
    int number = wanted / RankingPage.ENTRIES;
    RankingPage at = page == null || page.number() != number ? turn(number, read) : page;
    int index = wanted % RankingPage.ENTRIES;
    if (at == null || index >= at.entries().size()) {
      return null;
    }
    place++;
    return at.entries().get(index);
  }

  private @Nullable RankingPage turn(int number, Consumer<List<RankingEntry>> read) {
    page = rankings.page(generation, list, number).orElse(null);
    if (page != null) {
      read.accept(page.entries());
    }
    return page;
  }
}
