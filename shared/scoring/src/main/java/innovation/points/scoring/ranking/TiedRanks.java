package innovation.points.scoring.ranking;

/** Ranks of totals that come falling: equal ones share a rank and the next one is skipped. */
final class TiedRanks {
  /** Totals have at most 6 decimals, so this makes them whole numbers. */
  private static final double SCALE = 1e6;

  private int count;
  private int rank;
  private long total;

  /** What totals are compared by. */
  static long whole(double total) {
    return Math.round(total * SCALE);
  }

  /** The rank of the next one, by its {@link #whole} total. */
  int next(long next) {
    count++;
    if (count == 1 || next != total) {
      rank = count;
      total = next;
    }
    return rank;
  }

  /** How many there were. */
  int count() {
    return count;
  }
}
