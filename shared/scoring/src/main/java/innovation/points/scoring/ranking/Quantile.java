package innovation.points.scoring.ranking;

import java.util.function.IntToDoubleFunction;

/** Quantiles with linear interpolation between two figures, as QUARTILE.INC in spreadsheets. */
public final class Quantile {

  private Quantile() {}

  /**
   * The figure below which a share of all figures lies, unrounded.
   *
   * @param share 0 to 1
   * @param count number of figures, at least 1
   * @param sorted the figure at an index of their ascending order
   */
  public static double of(double share, int count, IntToDoubleFunction sorted) {
    double position = share * (count - 1);
    int below = (int) position;
    double low = sorted.applyAsDouble(below);
    double high = sorted.applyAsDouble(Math.min(below + 1, count - 1));
    return low + (position - below) * (high - low);
  }
}
