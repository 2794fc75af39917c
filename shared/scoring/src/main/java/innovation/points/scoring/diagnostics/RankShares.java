package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.statistics.Vectors;
import java.util.Arrays;

/**
 * How much of the variance of ranks over many runs is due to the reading that each run takes: the
 * variance between the readings' mean ranks, less what chance alone would make of it, summed over
 * the enterprises (an analysis of variance with one factor; its first-order share). Not
 * thread-safe.
 */
final class RankShares {
  private final int[] reading;
  private final int[] runs;
  private final int taken;
  private final long[] sums;
  private final double[] explained;
  private double total;

  /**
   * @param reading by run
   * @param readings their number
   */
  RankShares(int[] reading, int readings) {
    this.reading = reading.clone();
    this.runs = new int[readings];
    for (int one : reading) {
      runs[one]++;
    }
    this.taken = (int) Arrays.stream(runs).filter(count -> count > 0).count();
    this.sums = new long[readings];
    this.explained = new double[readings];
  }

  /**
   * Adds an enterprise.
   *
   * @param ranks by run
   */
  void add(int published, int[] ranks) {
    Arrays.fill(sums, 0);
    long sum = 0;
    long squares = 0;
    for (int run = 0; run < ranks.length; run++) {
      // Around the published rank the squares stay small.
      long off = ranks[run] - (long) published;
      sums[reading[run]] += off;
      sum += off;
      squares += off * off;
    }
    double mean = (double) sum / ranks.length;
    double within = squares;
    for (int r = 0; r < runs.length; r++) {
      within -= runs[r] == 0 ? 0 : (double) sums[r] * sums[r] / runs[r];
    }
    double chance = ranks.length <= taken ? 0 : within / (ranks.length - taken);
    for (int r = 0; r < runs.length; r++) {
      if (runs[r] > 0) {
        double off = (double) sums[r] / runs[r] - mean;
        explained[r] += runs[r] * off * off - chance * (1 - (double) runs[r] / ranks.length);
      }
    }
    total += squares - ranks.length * mean * mean;
  }

  /** The share of all readings together, 0 to 1. */
  double all() {
    return share(Arrays.stream(explained).sum());
  }

  /** The share of one reading, 0 to 1. */
  double of(int one) {
    return share(explained[one]);
  }

  private double share(double part) {
    boolean known = total > 0 && taken > 1 && reading.length > taken;
    return known ? Vectors.round(Math.clamp(part / total, 0, 1)) : 0;
  }
}
