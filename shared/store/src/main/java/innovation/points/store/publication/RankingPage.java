package innovation.points.store.publication;

import java.util.List;

/**
 * One stored page of a ranking; in display order.
 *
 * @param number from 0
 * @param size entries in the whole list
 */
public record RankingPage(int number, int size, List<RankingEntry> entries) {

  /** Entries on every page but the last. */
  public static final int ENTRIES = 200;

  public RankingPage {
    entries = List.copyOf(entries);
  }

  /** How many pages a list of that size has. */
  public static int pages(int size) {
    return Math.ceilDiv(size, ENTRIES);
  }
}
