package innovation.points.scoring.plan;

import org.jspecify.annotations.Nullable;

/** The points of one indicator in one stage by its values: full points × curve (rules §3). */
public final class Points {

  private Points() {}

  /**
   * Adds the points of some values to sums. A missing value and one without a positive base earn
   * nothing.
   *
   * @param knots the values of the curve's knots; null where the value is itself the share
   * @param shares at the knots
   */
  static void add(
      double[] values,
      int from,
      int to,
      double full,
      double @Nullable [] knots,
      double @Nullable [] shares,
      double[] sums) {
    if (knots == null || shares == null) {
      addShares(values, from, to, full, sums);
    } else if (knots.length == 2 && shares[0] == 0) {
      addLine(values, from, to, full, knots, shares[1], sums);
    } else {
      addCurve(values, from, to, full, knots, shares, sums);
    }
  }

  private static void addShares(double[] values, int from, int to, double full, double[] sums) {
    for (int i = from; i < to; i++) {
      double share = values[i];
      sums[i] += share > 0 ? full * share : 0;
    }
  }

  /** A single line from zero, without branches, so that the compiler can vectorize it. */
  private static void addLine(
      double[] values, int from, int to, double full, double[] knots, double top, double[] sums) {
    double low = knots[0];
    double width = knots[1] - low;
    for (int i = from; i < to; i++) {
      double way = (values[i] - low) / width;
      // Missing is not above zero.
      way = way > 0 ? way : 0;
      way = Math.min(way, 1);
      sums[i] += full * (way * top);
    }
  }

  private static void addCurve(
      double[] values,
      int from,
      int to,
      double full,
      double[] knots,
      double[] shares,
      double[] sums) {
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (value > Double.NEGATIVE_INFINITY) {
        sums[i] += full * share(knots, shares, value);
      }
    }
  }

  /** The share of the points that a known value earns: linear between knots, constant outside. */
  public static double share(double[] knots, double[] shares, double value) {
    int last = knots.length - 1;
    if (value >= knots[last]) {
      return shares[last];
    }
    if (value <= knots[0]) {
      return shares[0];
    }
    int i = 1;
    while (value >= knots[i]) {
      i++;
    }
    double way = (value - knots[i - 1]) / (knots[i] - knots[i - 1]);
    return shares[i - 1] + way * (shares[i] - shares[i - 1]);
  }
}
