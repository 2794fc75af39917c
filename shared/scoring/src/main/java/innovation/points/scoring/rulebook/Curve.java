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

  /** The values above one at which the curve has risen further, in their order. */
  public List<Double> cornersAbove(double value) {
    double reached =
        knots.stream()
            .filter(knot -> knot.value() <= value)
            .mapToDouble(Knot::share)
            .max()
            .orElse(knots.getFirst().share());
    return knots.stream()
        .filter(knot -> knot.value() > value && knot.share() > reached)
        .map(Knot::value)
        .toList();
  }
}
