package innovation.points.scoring.disclosure;

import innovation.points.scoring.ranking.Quantile;
import innovation.points.scoring.rulebook.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Statistics of sorted totals; two decimals, half to even. */
public final class Statistics {
  private static final int PLACES = 2;

  private final double[] sorted;

  /**
   * A range of totals, {@code from} inclusive and {@code to} exclusive, and its number of
   * enterprises.
   */
  public record Bin(int from, int to, int enterprises) {}

  public Statistics(double[] totals) {
    this.sorted = totals.clone();
    Arrays.sort(sorted);
  }

  public int count() {
    return sorted.length;
  }

  public double mean() {
    BigDecimal sum = BigDecimal.ZERO;
    for (double total : sorted) {
      sum = sum.add(BigDecimal.valueOf(total));
    }
    return sum.divide(BigDecimal.valueOf(sorted.length), PLACES, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /** The value below which a share of the totals lies. */
  public double quantile(double share) {
    return Rounding.halfEven(Quantile.of(share, sorted.length, i -> sorted[i]), PLACES);
  }

  /** The number of totals in each bin: from one edge (inclusive) to the next (exclusive). */
  public int[] counts(List<Integer> edges) {
    int[] counts = new int[edges.size() - 1];
    for (double total : sorted) {
      int bin = counts.length - 1;
      while (bin > 0 && total < edges.get(bin)) {
        bin--;
      }
      counts[bin]++;
    }
    return counts;
  }

  /** The number of values that are at least {@code value}. */
  public long atLeast(double value) {
    return Arrays.stream(sorted).filter(other -> other >= value).count();
  }

  /** The percentage of values that are at most {@code value}, 0 to 100, two decimals. */
  public double percentile(double value) {
    long noMore = Arrays.stream(sorted).filter(other -> other <= value).count();
    return BigDecimal.valueOf(100 * noMore)
        .divide(BigDecimal.valueOf(sorted.length), PLACES, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /** The number of totals from one value (inclusive) to another (exclusive). */
  public int count(int from, int to) {
    return (int) Arrays.stream(sorted).filter(total -> total >= from && total < to).count();
  }

  /** The occupied bins. */
  public List<Bin> histogram(List<Integer> edges) {
    int[] counts = counts(edges);
    var bins = new ArrayList<Bin>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        bins.add(new Bin(edges.get(i), edges.get(i + 1), counts[i]));
      }
    }
    return bins;
  }
}
