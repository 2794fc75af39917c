package innovation.points.scoring.diagnostics.statistics;

import innovation.points.scoring.ranking.Quantile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Summary statistics of a column, in the column's unit, rounded to 4 decimals.
 *
 * @param deviation standard deviation of the sample (n − 1); null for one figure
 * @param skewness third standardized moment m₃ / m₂^1.5; null where all figures are equal
 * @param kurtosis fourth standardized moment m₄ / m₂² − 3, 0 for a normal distribution; null where
 *     all figures are equal
 */
public record Distribution(
    int count,
    double mean,
    @Nullable Double deviation,
    double least,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double most,
    @Nullable Double skewness,
    @Nullable Double kurtosis) {

  /** The statistics of figures in any order; null without any. */
  public static @Nullable Distribution of(double[] figures) {
    if (figures.length == 0) {
      return null;
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    Moments moments = Moments.of(sorted);
    return new Distribution(
        sorted.length,
        Vectors.round(moments.mean()),
        Vectors.optional(moments.deviation()),
        Vectors.round(sorted[0]),
        Vectors.round(quantile(sorted, 0.25)),
        Vectors.round(quantile(sorted, 0.5)),
        Vectors.round(quantile(sorted, 0.75)),
        Vectors.round(sorted[sorted.length - 1]),
        Vectors.optional(moments.skewness()),
        Vectors.optional(moments.kurtosis()));
  }

  /** The figure below which a share of the sorted figures lies. */
  public static double quantile(double[] sorted, double share) {
    return Quantile.of(share, sorted.length, i -> sorted[i]);
  }
}
