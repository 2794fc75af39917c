package innovation.points.scoring.plan;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a rulebook by stage and indicator, as flat arrays.
 *
 * @param values of the knots; null where the indicator's value is itself the share
 * @param shares of the knots
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record Curves(double[][] @Nullable [] values, double[][] @Nullable [] shares) {

  static Curves of(Rulebook rulebook) {
    int stages = rulebook.stages().size();
    int indicators = rulebook.indicators().size();
    Curves curves = new Curves(new double[stages][indicators][], new double[stages][indicators][]);
    for (int s = 0; s < stages; s++) {
      for (int i = 0; i < indicators; i++) {
        curves.set(s, i, curve(rulebook, s, i));
      }
    }
    return curves;
  }

  private static @Nullable Curve curve(Rulebook rulebook, int stage, int indicator) {
    Indicator rule = rulebook.indicators().get(indicator);
    return rule.curves().get(rulebook.stages().get(stage).id());
  }

  public void set(int stage, int indicator, @Nullable Curve curve) {
    if (curve != null) {
      List<Curve.Knot> knots = curve.knots();
      values[stage][indicator] = knots.stream().mapToDouble(Curve.Knot::value).toArray();
      shares[stage][indicator] = knots.stream().mapToDouble(Curve.Knot::share).toArray();
    }
  }
}
