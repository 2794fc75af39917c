package innovation.points.acceptance.cloud.jar;

import java.util.Arrays;

/** Medians of measurements. */
final class Medians {

  private Medians() {}

  static double of(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
