package innovation.points.scoring.diagnostics.statistics;

import java.util.Arrays;

/** Whether the points of several indicators measure one thing. */
public final class Cohesion {
  private static final int ITERATIONS = 500;
  private static final double CLOSE = 1e-12;

  private Cohesion() {}

  /**
   * Cronbach's α: k / (k − 1) × (1 − Σ variances / variance of the sum).
   *
   * @param points by indicator and enterprise
   * @return NaN for fewer than two indicators or where the sum does not vary
   */
  public static double alpha(double[][] points) {
    int k = points.length;
    if (k < 2 || points[0].length < 2) {
      return Double.NaN;
    }
    double[] sum = new double[points[0].length];
    double variances = 0;
    for (double[] of : points) {
      variances += Moments.of(of).second();
      for (int e = 0; e < sum.length; e++) {
        sum[e] += of[e];
      }
    }
    double whole = Moments.of(sum).second();
    return whole == 0 ? Double.NaN : k / (k - 1.0) * (1 - variances / whole);
  }

  /**
   * The largest eigenvalue of the correlation matrix over its size, of the indicators that vary; by
   * power iteration.
   *
   * @param points by indicator and enterprise
   * @return NaN where fewer than two vary
   */
  public static double firstComponent(double[][] points) {
    double[][] varying =
        Arrays.stream(points)
            .filter(of -> of.length > 1 && Moments.of(of).second() > 0)
            .toArray(double[][]::new);
    int k = varying.length;
    if (k < 2) {
      return Double.NaN;
    }
    double[][] matrix = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        matrix[i][j] = i == j ? 1 : Correlation.pearson(varying[i], varying[j]);
      }
    }
    return largest(matrix) / k;
  }

  private static double largest(double[][] matrix) {
    double[] vector = new double[matrix.length];
    for (int i = 0; i < vector.length; i++) {
      // Not orthogonal to any likely first direction.
      vector[i] = 1 + i * 0.01;
    }
    double value = 0;
    for (int run = 0; run < ITERATIONS; run++) {
      double[] next = new double[vector.length];
      for (int i = 0; i < next.length; i++) {
        for (int j = 0; j < next.length; j++) {
          next[i] += matrix[i][j] * vector[j];
        }
      }
      double length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
      for (int i = 0; i < next.length; i++) {
        next[i] /= length;
      }
      vector = next;
      if (Math.abs(length - value) < CLOSE) {
        break;
      }
      value = length;
    }
    return value;
  }
}
