package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.diagnostics.statistics.Vectors;
import java.util.Arrays;

/**
 * Ranks enterprises repeatedly (rules §8: 1, 2, 2, 4 on the published total), overall and within
 * the stage. Allocates nothing. Not thread-safe.
 */
public final class SampledPlaces {
  /**
   * Totals have at most 6 decimals, so this factor makes them whole numbers, as for the published
   * rank.
   */
  private static final double SCALE = 1e6;

  private final int[] stage;
  private final boolean[] everyone;
  private final long[] keys;
  private final int[] overall;
  private final int[] inStage;
  private final int[] counts;
  private final int[] ranks;
  private final long[] last;

  public SampledPlaces(Sample sample) {
    int size = sample.size();
    this.stage = sample.rows().stream().mapToInt(SampledRow::stage).toArray();
    this.everyone = new boolean[size];
    Arrays.fill(everyone, true);
    this.keys = new long[size];
    this.overall = new int[size];
    this.inStage = new int[size];
    int stages = sample.rulebook().stages().size();
    this.counts = new int[stages];
    this.ranks = new int[stages];
    this.last = new long[stages];
  }

  /** Ranks all enterprises of the sample, each in its own stage, by their totals. */
  public void rank(double[] totals) {
    rank(totals, everyone, stage);
  }

  /**
   * Ranks enterprises by their totals.
   *
   * @param ranked who has a rank; whoever has none gets 0
   * @param stage by enterprise
   */
  public void rank(double[] totals, boolean[] ranked, int[] stage) {
    int size = 0;
    for (int e = 0; e < ranked.length; e++) {
      overall[e] = 0;
      inStage[e] = 0;
      if (ranked[e]) {
        keys[size++] = ((Integer.MAX_VALUE - Math.round(totals[e] * SCALE)) << 32) | e;
      }
    }
    Arrays.sort(keys, 0, size);
    Arrays.fill(counts, 0);
    int rank = 0;
    long before = -1;
    for (int place = 0; place < size; place++) {
      long total = keys[place] >>> 32;
      if (place == 0 || total != before) {
        rank = place + 1;
        before = total;
      }
      int e = (int) keys[place];
      overall[e] = rank;
      inStage[e] = inStage(stage[e], total);
    }
  }

  private int inStage(int s, long total) {
    counts[s]++;
    if (counts[s] == 1 || total != last[s]) {
      ranks[s] = counts[s];
      last[s] = total;
    }
    return ranks[s];
  }

  /**
   * The overall ranks by enterprise, of the totals ranked last; must not be modified and is
   * overwritten by the next ranking.
   */
  public int[] overall() {
    return overall;
  }

  /** The ranks within the stage, as {@link #overall}. */
  public int[] inStage() {
    return inStage;
  }

  /** The mean and the largest difference between two rankings. */
  public record Shift(double mean, int most) {

    /** Of those that had a rank before. */
    public static Shift between(int[] before, int[] after) {
      long sum = 0;
      int most = 0;
      int count = 0;
      for (int e = 0; e < before.length; e++) {
        if (before[e] > 0) {
          int off = Math.abs(after[e] - before[e]);
          sum += off;
          most = Math.max(most, off);
          count++;
        }
      }
      return new Shift(count == 0 ? 0 : Vectors.round((double) sum / count), most);
    }
  }
}
