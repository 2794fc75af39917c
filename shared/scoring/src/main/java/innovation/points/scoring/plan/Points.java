package innovation.points.scoring.plan;

import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;

/** The points of one indicator by stage and value: full points × curve (rules §3). */
final class Points {
  private final double full;
  private final double[][] values;
  private final double[][] shares;

  Points(Indicator indicator, Rulebook rulebook) {
    this.full = indicator.points();
    int stages = indicator.curves().isEmpty() ? 0 : rulebook.stages().size();
    this.values = new double[stages][];
    this.shares = new double[stages][];
    for (int i = 0; i < stages; i++) {
      Stage stage = rulebook.stages().get(i);
      Curve curve = indicator.curves().get(stage.id());
      if (curve == null) {
        throw new IllegalArgumentException("指标 " + indicator.id() + " 没有" + stage.name() + "的曲线");
      }
      values[i] = curve.knots().stream().mapToDouble(Curve.Knot::value).toArray();
      shares[i] = curve.knots().stream().mapToDouble(Curve.Knot::share).toArray();
    }
  }

  /** The points, unrounded; 0 where the base is not positive. */
  double at(int stage, double value) {
    if (value == Outcome.NO_BASE) {
      return 0;
    }
    // Without a curve the value is the share.
    return full * (values.length == 0 ? value : share(values[stage], shares[stage], value));
  }

  private static double share(double[] values, double[] shares, double value) {
    int last = values.length - 1;
    if (value >= values[last]) {
      return shares[last];
    }
    if (value <= values[0]) {
      return shares[0];
    }
    int i = 1;
    while (value >= values[i]) {
      i++;
    }
    double way = (value - values[i - 1]) / (values[i] - values[i - 1]);
    return shares[i - 1] + way * (shares[i] - shares[i - 1]);
  }
}
