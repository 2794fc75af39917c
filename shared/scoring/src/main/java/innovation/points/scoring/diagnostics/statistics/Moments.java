package innovation.points.scoring.diagnostics.statistics;

/**
 * The central moments of figures.
 *
 * @param second mean square about the mean (divided by n)
 */
public record Moments(int count, double mean, double second, double third, double fourth) {

  /** Below this share of the mean square, the spread is rounding error. */
  private static final double ROUNDING = 1e-24;

  public static Moments of(double[] figures) {
    int count = figures.length;
    double sum = 0;
    for (double figure : figures) {
      sum += figure;
    }
    double mean = sum / count;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double figure : figures) {
      double off = figure - mean;
      double square = off * off;
      second += square;
      third += square * off;
      fourth += square * square;
    }
    boolean constant = second / count <= ROUNDING * mean * mean;
    return new Moments(count, mean, constant ? 0 : second / count, third / count, fourth / count);
  }

  /** The standard deviation of the sample; NaN for one figure. */
  double deviation() {
    return count < 2 ? Double.NaN : Math.sqrt(second * count / (count - 1));
  }

  /** The skewness; NaN where all figures are equal. */
  public double skewness() {
    return second == 0 ? Double.NaN : third / Math.pow(second, 1.5);
  }

  /** The excess kurtosis; NaN where all figures are equal. */
  double kurtosis() {
    return second == 0 ? Double.NaN : fourth / (second * second) - 3;
  }
}
