package innovation.points.scoring.diagnostics.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A test for a normal distribution: the omnibus test K² of D'Agostino and Pearson, from skewness
 * (D'Agostino 1970) and kurtosis (Anscombe and Glynn 1983). K² follows approximately χ² with two
 * degrees of freedom.
 *
 * @param test name of the test
 * @param statistic K²
 * @param p probability of a K² at least as large under a normal distribution, 0 to 1, to four
 *     significant digits: never 0
 * @param normal whether {@code p} is at least 0.05
 */
public record Normality(String test, double statistic, double p, boolean normal) {
  private static final String TEST = "D'Agostino–Pearson K²";

  /** With fewer figures the approximations do not hold. */
  static final int LEAST = 20;

  private static final double LEVEL = 0.05;

  /** The test of figures; null for fewer than 20 or where all are equal. */
  public static @Nullable Normality of(double[] figures) {
    if (figures.length < LEAST) {
      return null;
    }
    Moments moments = Moments.of(figures);
    if (moments.second() == 0) {
      return null;
    }
    double skewness = skewness(moments.skewness(), figures.length);
    double kurtosis = kurtosis(moments.kurtosis() + 3, figures.length);
    double statistic = skewness * skewness + kurtosis * kurtosis;
    double p = Math.max(Double.MIN_NORMAL, Math.exp(-statistic / 2));
    return new Normality(TEST, Vectors.round(statistic), Vectors.fourDigits(p), p >= LEVEL);
  }

  /** The skewness as a standard normal figure. */
  private static double skewness(double skewness, double n) {
    double y = skewness * Math.sqrt((n + 1) * (n + 3) / (6 * (n - 2)));
    double beta =
        3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
    double w = -1 + Math.sqrt(2 * (beta - 1));
    double delta = 1 / Math.sqrt(0.5 * Math.log(w));
    double alpha = Math.sqrt(2 / (w - 1));
    double ratio = y / alpha;
    return delta * Math.log(ratio + Math.sqrt(ratio * ratio + 1));
  }

  /** The kurtosis (3 for a normal distribution) as a standard normal figure. */
  private static double kurtosis(double kurtosis, double n) {
    double expected = 3 * (n - 1) / (n + 1);
    double variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5));
    double x = (kurtosis - expected) / Math.sqrt(variance);
    double beta =
        6
            * (n * n - 5 * n + 2)
            / ((n + 7) * (n + 9))
            * Math.sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)));
    double a = 6 + 8 / beta * (2 / beta + Math.sqrt(1 + 4 / (beta * beta)));
    double denominator = 1 + x * Math.sqrt(2 / (a - 4));
    double term = Math.signum(denominator) * Math.cbrt((1 - 2 / a) / Math.abs(denominator));
    return (1 - 2 / (9 * a) - term) / Math.sqrt(2 / (9 * a));
  }
}
