package innovation.points.scoring.rulebook;

import java.util.List;

/**
 * Turns an indicator's value into the share of its points that is earned: straight lines between
 * knots, flat outside (rules §3). Never falls.
 *
 * @param knots by rising value, at least one
 */
public record Curve(List<Knot> knots) {

  /**
   * A corner of a curve.
   *
   * @param value in the indicator's unit
   * @param share 0 to 1
   */
  public record Knot(double value, double share) {}

  public Curve {
    knots = List.copyOf(knots);
  }
}
