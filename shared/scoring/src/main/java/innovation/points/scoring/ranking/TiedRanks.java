package innovation.points.scoring.ranking;

/** Ranks totals in descending order: equal totals share a rank and the next rank is skipped. */
final class TiedRanks {
  /** Totals have at most 6 decimals, so this factor makes them whole numbers. */
  private static final double SCALE = 1e6;

  private int count;
  private int rank;
  private long total;

  /** A total as a whole number, by which totals are compared. */
  static long whole(double total) {
    return Math.round(total * SCALE);
  }

  /** The rank of the next total, given as {@link #whole}. */
  int next(long next) {
    count++;
    if (count == 1 || next != total) {
      rank = count;
      total = next;
    }
    return rank;
  }

  /** The number of totals so far. */
  int count() {
    return count;
  }
}
