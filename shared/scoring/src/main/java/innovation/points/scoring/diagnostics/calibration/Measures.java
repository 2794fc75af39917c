package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.statistics.Vectors;

/**
 * How good a set of curves is on a sample; each figure is best at 0, but {@code discrimination} at
 * 1.
 *
 * @param skewness of the totals
 * @param atFull mean share of enterprises with full points, over indicators and stages with a curve
 * @param discrimination mean chance that two enterprises of a stage earn different points of an
 *     indicator, over the same
 * @param weights share of the variance of totals that lies with other indicators than their weights
 *     say, 0 to 1
 * @param bounds mean points of the total that curves take from an enterprise near the bound of a
 *     stage when it grows over it
 */
public record Measures(
    double skewness, double atFull, double discrimination, double weights, double bounds) {

  /** A loss of so many points at a bound counts as much as a skewness of 0.5. */
  private static final double POINTS = 20;

  private static final double SYMMETRY = 2;

  /** What is to be made small. */
  double objective() {
    return SYMMETRY * Math.abs(skewness)
        + atFull
        + (1 - discrimination)
        + weights
        + bounds / POINTS;
  }

  Measures rounded() {
    return new Measures(
        Vectors.round(skewness),
        Vectors.round(atFull),
        Vectors.round(discrimination),
        Vectors.round(weights),
        Vectors.round(bounds));
  }
}
