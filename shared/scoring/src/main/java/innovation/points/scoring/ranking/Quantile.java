package innovation.points.scoring.ranking;

import java.util.function.IntToDoubleFunction;

/** Quantiles between two figures lie on a straight line, as QUARTILE.INC of spreadsheets. */
public final class Quantile {

  private Quantile() {}

  /**
   * The figure below which a share of all figures lies, not rounded.
   *
   * @param share 0 to 1
   * @param count of figures, at least 1
   * @param sorted the figure at a place in their rising order, from 0
   */
  public static double of(double share, int count, IntToDoubleFunction sorted) {
    double position = share * (count - 1);
    int below = (int) position;
    double low = sorted.applyAsDouble(below);
    double high = sorted.applyAsDouble(Math.min(below + 1, count - 1));
    return low + (position - below) * (high - low);
  }
}
