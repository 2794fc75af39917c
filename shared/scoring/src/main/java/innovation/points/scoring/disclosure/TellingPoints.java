package innovation.points.scoring.disclosure;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Formula.Amount;
import innovation.points.scoring.rulebook.Quantity.Figure;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.List;
import java.util.Map;

/**
 * Which points in a category tell a figure. An indicator has earned at least what the others of its
 * category cannot make up; its curve turns that into a figure, and the stage may bound the same
 * figure from the other side: nearly full points in 成长经营 of an enterprise below 2000 万元 say that it
 * has nearly 2000 万元.
 */
public final class TellingPoints {

  /** An interval of less than a tenth of a figure tells it. */
  private static final double NARROW = 0.1;

  private static final double HUNDRED = 100;

  /** Half of the last place that points are shown with. */
  private static final double ROUNDING = 0.005;

  private final Rulebook rulebook;

  private TellingPoints(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** By a rulebook as it is in the year. */
  public static TellingPoints of(Rulebook rulebook) {
    return new TellingPoints(rulebook);
  }

  /**
   * Whether points tell a figure.
   *
   * @param stage the enterprise's
   * @param categories points of 100, with two places
   */
  public boolean tell(String stage, Map<String, Double> categories) {
    return rulebook.stages().stream()
        .filter(one -> one.id().equals(stage))
        .anyMatch(
            one ->
                rulebook.indicators().stream()
                    .anyMatch(indicator -> tells(one, indicator, categories)));
  }

  private boolean tells(Stage stage, Indicator indicator, Map<String, Double> categories) {
    Curve curve = indicator.curves().get(stage.id());
    Double shown = categories.get(indicator.category());
    if (curve == null
        || shown == null
        || !(indicator.formula() instanceof Amount(Figure(Field field, int yearsBack)))
        || yearsBack != 0) {
      return false;
    }
    double all =
        rulebook.indicators().stream()
            .filter(other -> other.category().equals(indicator.category()))
            .mapToDouble(Indicator::points)
            .sum();
    double full = indicator.points();
    double least = ((shown - ROUNDING) / HUNDRED * all - (all - full)) / full;
    double most = (shown + ROUNDING) / HUNDRED * all / full;
    double low = least <= 0 ? 0 : value(curve.knots(), least);
    double high = most >= 1 ? Double.POSITIVE_INFINITY : value(curve.knots(), most);
    for (Condition condition : stage.when()) {
      if (field.equals(condition.field())) {
        low = condition.from() == null ? low : Math.max(low, condition.from());
        high = condition.below() == null ? high : Math.min(high, condition.below());
      }
    }
    return low > 0 && high < Double.POSITIVE_INFINITY && high - low < NARROW * high;
  }

  /** The value at which a curve comes to a share. */
  private static double value(List<Knot> knots, double share) {
    for (int i = 1; i < knots.size(); i++) {
      Knot from = knots.get(i - 1);
      Knot to = knots.get(i);
      if (share <= to.share()) {
        double part = Math.max(0, share - from.share()) / (to.share() - from.share());
        return from.value() + (to.value() - from.value()) * part;
      }
    }
    return knots.getLast().value();
  }
}
