package innovation.points.scoring.diagnostics.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How well points distinguish enterprises.
 *
 * @param gini mean difference between two enterprises over twice the mean: 0 where all are equal,
 *     near 1 where one has all
 * @param entropy −Σ p ln p / ln n of the enterprises' shares of all points: 1 where all are equal,
 *     0 where one has all; lower values distinguish better (熵值法)
 */
public record Discrimination(double gini, double entropy) {

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
        Vectors.round(ranked / (n * sum)), Vectors.round(entropy / Math.log(n)));
  }
}
