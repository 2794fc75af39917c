package innovation.points.scoring.rulebook;

import java.util.List;

/**
 * Maps an indicator's value to the earned share of its points: linear between knots, constant
 * outside (rules §3), never decreasing.
 *
 * @param knots in ascending order of value, at least one
 */
public record Curve(List<Knot> knots) {

  /**
   * A knot of a curve.
   *
   * @param value in the indicator's unit
   * @param share 0 to 1
   */
  public record Knot(double value, double share) {}

  public Curve {
    knots = List.copyOf(knots);
  }

  /** The knots above a value at which the curve has risen, in ascending order of value. */
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
