package innovation.points.scoring.diagnostics.statistics;

import innovation.points.scoring.rulebook.Rounding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How well points distinguish enterprises.
 *
 * @param differing the chance that two different enterprises have different points, 0 to 1
 *     (Ferguson's δ before it is normalized by the number of possible points): the measure of what
 *     tells enterprises apart. Points that differ by rounding only are equal
 * @param gini mean difference between two enterprises over twice the mean: 0 where all are equal,
 *     near 1 where one has all; it measures concentration
 * @param entropy −Σ p ln p / ln n of the enterprises' shares of all points: 1 where all are equal,
 *     0 where one has all; lower values distinguish better (熵值法)
 */
public record Discrimination(double differing, double gini, double entropy) {

  private static final int TIED_PLACES = 6;

  /** The discrimination of non-negative points; null for fewer than two or where all are 0. */
  public static @Nullable Discrimination of(double[] points) {
    double sum = Arrays.stream(points).sum();
    if (points.length < 2 || sum <= 0) {
      return null;
    }
    double[] sorted = points.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double ranked = 0;
    double entropy = 0;
    for (int i = 0; i < n; i++) {
      ranked += (2.0 * (i + 1) - n - 1) * sorted[i];
      double share = sorted[i] / sum;
      if (share > 0) {
        entropy -= share * Math.log(share);
      }
    }
    return new Discrimination(
        Vectors.round(differing(sorted)),
        Vectors.round(ranked / (n * sum)),
        Vectors.round(entropy / Math.log(n)));
  }

  /** The chance that two different ones of at least two sorted figures differ. */
  public static double differing(double[] sorted) {
    double pairs = sorted.length * (sorted.length - 1.0);
    double equal = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || tied(sorted[i]) != tied(sorted[from])) {
        equal += (i - from) * (i - from - 1.0);
        from = i;
      }
    }
    return 1 - equal / pairs;
  }

  private static double tied(double points) {
    return Rounding.halfEven(points, TIED_PLACES);
  }
}
