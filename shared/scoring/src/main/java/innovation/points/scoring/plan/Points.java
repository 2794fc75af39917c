package innovation.points.scoring.plan;

import org.jspecify.annotations.Nullable;

/** The points of one indicator in one stage by its values: full points × curve (rules §3). */
public final class Points {
  /** Below so many values the loops without branches cost more than they save. */
  private static final int FEW = 16;

  private Points() {}

  /** The lowest of some values; not a number where any of them is missing. */
  public static double lowest(double[] values, int from, int to) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      lowest = Math.min(lowest, values[i]);
    }
    return lowest;
  }

  /**
   * Adds the points of some values to sums. A missing value and one without a positive base earn
   * nothing.
   *
   * @param lowest of the values, by {@link #lowest}
   * @param knots the values of the curve's knots; null where the value is itself the share
   * @param shares at the knots
   */
  static void add(
      double[] values,
      double lowest,
      int from,
      int to,
      double full,
      double @Nullable [] knots,
      double @Nullable [] shares,
      double[] sums) {
    boolean missing = Double.isNaN(lowest) || to - from < FEW;
    if (knots == null || shares == null) {
      if (missing) {
        addShares(values, from, to, full, sums);
      } else {
        addKnownShares(values, from, to, full, sums);
      }
    } else if (missing || shares[0] != 0 && lowest == Double.NEGATIVE_INFINITY) {
      addCurve(values, from, to, full, knots, shares, sums);
    } else if (knots.length == 2 && shares[0] == 0) {
      addLine(values, from, to, full, knots, shares[1], sums);
    } else {
      addLines(values, from, to, full, knots, shares, sums);
    }
  }

  private static void addShares(double[] values, int from, int to, double full, double[] sums) {
    for (int i = from; i < to; i++) {
      double share = values[i];
      sums[i] += share > 0 ? full * share : 0;
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

  // Where no value is missing, loops without branches, which the compiler can vectorize. They give
  // the same to the last bit: where a value is not on a line, the line adds zero.

  private static void addKnownShares(
      double[] values, int from, int to, double full, double[] sums) {
    for (int i = from; i < to; i++) {
      sums[i] += full * Math.max(0, values[i]);
    }
  }

  /** A single line from zero. */
  private static void addLine(
      double[] values, int from, int to, double full, double[] knots, double top, double[] sums) {
    double low = knots[0];
    double width = knots[1] - low;
    for (int i = from; i < to; i++) {
      sums[i] += full * (Math.min(1, Math.max(0, (values[i] - low) / width)) * top);
    }
  }

  /** A line between each two knots, constant outside. */
  private static void addLines(
      double[] values,
      int from,
      int to,
      double full,
      double[] knots,
      double[] shares,
      double[] sums) {
    int last = knots.length - 1;
    for (int i = 1; i <= last; i++) {
      addBetween(values, from, to, full, knots, shares, i, sums);
    }
    double top = knots[last];
    double share = shares[last];
    for (int i = from; i < to; i++) {
      sums[i] += full * (reached(values[i] - top) * share);
    }
  }

  private static void addBetween(
      double[] values,
      int from,
      int to,
      double full,
      double[] knots,
      double[] shares,
      int knot,
      double[] sums) {
    double lowest = knots[0];
    double top = knots[knots.length - 1];
    double low = knots[knot - 1];
    double high = knots[knot];
    double width = high - low;
    double share = shares[knot - 1];
    double rise = shares[knot] - share;
    for (int i = from; i < to; i++) {
      double value = Math.max(lowest, Math.min(top, values[i]));
      double on = reached(value - low) - reached(value - high);
      sums[i] += full * (on * (share + (value - low) / width * rise));
    }
  }

  /** 1 from zero on, 0 below. */
  private static double reached(double above) {
    return Math.min(1, Math.signum(above) + 1);
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
