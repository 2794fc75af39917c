package innovation.points.scoring.diagnostics.statistics;

import java.util.Arrays;

/** Correlation between two columns. */
public final class Correlation {
  private Correlation() {}

  /** Pearson's coefficient; NaN where a column does not vary. */
  public static double pearson(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double both = 0;
    double squareX = 0;
    double squareY = 0;
    for (int i = 0; i < x.length; i++) {
      double offX = x[i] - meanX;
      double offY = y[i] - meanY;
      both += offX * offY;
      squareX += offX * offX;
      squareY += offY * offY;
    }
    if (Moments.of(x).second() == 0 || Moments.of(y).second() == 0) {
      return Double.NaN;
    }
    return Math.clamp(both / Math.sqrt(squareX * squareY), -1, 1);
  }

  /** The mean product of the deviations (divided by n). */
  public static double covariance(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double both = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
    }
    return both / x.length;
  }

  /** The rank of each figure, from 1; equal figures share the mean of their ranks. */
  public static double[] ranks(double[] figures) {
    int size = figures.length;
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Double.compare(figures[a], figures[b]));
    double[] ranks = new double[size];
    for (int start = 0, end; start < size; start = end) {
      end = start + 1;
      while (end < size && figures[order[end]] == figures[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + 1 + end) / 2.0;
      }
    }
    return ranks;
  }

  private static double mean(double[] figures) {
    return Arrays.stream(figures).sum() / figures.length;
  }
}
