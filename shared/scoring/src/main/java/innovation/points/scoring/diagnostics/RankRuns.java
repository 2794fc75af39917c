package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.Robustness.Band;
import java.util.Arrays;

/** The ranks of all enterprises in all runs. Not thread-safe. */
final class RankRuns {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Enterprises whose ranks are gathered together: those of one line of the cache. */
  private static final int BLOCK = 16;

  private final int[][] byRun;
  private final int[][] block;
  private final int[] counts;
  private int gathered = -1;

  RankRuns(int enterprises, int runs) {
    this.byRun = new int[runs][enterprises];
    this.block = new int[BLOCK][runs];
    this.counts = new int[enterprises + 1];
  }

  /**
   * Keeps the ranks of a run.
   *
   * @param ranks by enterprise
   */
  void add(int run, int[] ranks) {
    System.arraycopy(ranks, 0, byRun[run], 0, ranks.length);
  }

  /** The ranks of an enterprise by run; overwritten when another is asked for. */
  int[] of(int enterprise) {
    int of = enterprise / BLOCK;
    if (of != gathered) {
      gathered = of;
      int first = of * BLOCK;
      for (int run = 0; run < byRun.length; run++) {
        int[] ranks = byRun[run];
        int size = Math.min(BLOCK, ranks.length - first);
        for (int i = 0; i < size; i++) {
          block[i][run] = ranks[first + i];
        }
      }
    }
    return block[enterprise % BLOCK];
  }

  /**
   * The distribution of an enterprise's ranks.
   *
   * @param published its rank
   */
  Band band(int published, int enterprise) {
    int[] ranks = of(enterprise);
    // Ranks are small: counted, not sorted.
    Arrays.fill(counts, 0);
    for (int rank : ranks) {
      counts[rank]++;
    }
    int last = ranks.length - 1;
    return new Band(
        published,
        place((int) Math.floor(LOW * last)),
        place(last / 2),
        place((int) Math.ceil(HIGH * last)));
  }

  /** The rank with so many before it. */
  private int place(int before) {
    int rank = 0;
    int seen = counts[0];
    while (seen <= before) {
      rank++;
      seen += counts[rank];
    }
    return rank;
  }
}
