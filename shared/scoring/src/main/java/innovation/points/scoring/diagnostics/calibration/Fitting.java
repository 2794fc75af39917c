package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for better full marks, one curve of one stage after the other. A curve keeps its form: the
 * values of its knots are stretched by one factor, to two significant digits (whole numbers stay
 * whole) as an officer would print them, to half or double of what they are at most. A stage whose
 * full mark is higher than another's stays so. Not thread-safe.
 */
final class Fitting {
  private static final double[] FACTORS = {0.5, 0.65, 0.8, 0.9, 1.1, 1.25, 1.5, 2};

  /** A change has to be worth its explanation. */
  private static final double WORTH = 0.002;

  private static final int ROUNDS = 2;

  /** More enterprises do not change what is found. */
  private static final int MOST = 1_000;

  private final Rulebook rulebook;
  private final Gauge gauge;
  private final Assumptions fitted;
  private final @Nullable Curve[][] curves;

  Fitting(Sample sample) {
    this.rulebook = sample.rulebook();
    this.gauge = new Gauge(sample.every(Math.ceilDiv(Math.max(1, sample.size()), MOST)));
    this.fitted = Assumptions.of(rulebook);
    this.curves = new Curve[rulebook.stages().size()][rulebook.indicators().size()];
    for (int stage = 0; stage < curves.length; stage++) {
      for (int i = 0; i < curves[stage].length; i++) {
        curves[stage][i] = rulebook.indicators().get(i).curves().get(stageId(stage));
      }
    }
  }

  private String stageId(int stage) {
    return rulebook.stages().get(stage).id();
  }

  /**
   * The curves that were found, by stage and indicator.
   *
   * @param open which of them may change
   */
  @Nullable Curve[][] curves(boolean[][] open) {
    double best = gauge.measure(fitted).objective();
    for (int round = 0; round < ROUNDS; round++) {
      double before = best;
      for (int i = 0; i < rulebook.indicators().size(); i++) {
        for (int stage = 0; stage < curves.length; stage++) {
          if (open[stage][i]) {
            best = better(stage, i, best);
          }
        }
      }
      if (before - best < WORTH) {
        break;
      }
    }
    return curves;
  }

  private double better(int stage, int i, double best) {
    Curve now = curves[stage][i];
    Curve original = rulebook.indicators().get(i).curves().get(stageId(stage));
    if (now == null || original == null) {
      return best;
    }
    Curve found = now;
    double least = best - WORTH;
    for (double factor : FACTORS) {
      Curve candidate = stretched(original, factor);
      if (candidate != null && inOrder(stage, i, candidate)) {
        fitted.curves().set(stage, i, candidate);
        double objective = gauge.measure(fitted, stage, i).objective();
        if (objective < least) {
          least = objective;
          found = candidate;
        }
      }
    }
    curves[stage][i] = found;
    fitted.curves().set(stage, i, found);
    return gauge.measure(fitted, stage, i).objective();
  }

  /** Null where rounding would let knots fall together. */
  static @Nullable Curve stretched(Curve of, double factor) {
    boolean whole = of.knots().stream().allMatch(knot -> knot.value() == Math.rint(knot.value()));
    List<Knot> knots = new ArrayList<>();
    for (Knot knot : of.knots()) {
      double printed = Vectors.twoDigits(knot.value() * factor);
      double value = whole ? Math.rint(printed) : printed;
      if (!knots.isEmpty() && value <= knots.getLast().value()) {
        return null;
      }
      knots.add(new Knot(value, knot.share()));
    }
    return new Curve(knots);
  }

  /** Whether stages that differ in their full marks stay in the order they have in the rulebook. */
  private boolean inOrder(int stage, int i, Curve candidate) {
    Indicator of = rulebook.indicators().get(i);
    double before = full(Calibrator.curve(of, rulebook.stages().get(stage)));
    for (int other = 0; other < curves.length; other++) {
      Curve theirs = curves[other][i];
      if (other != stage && theirs != null) {
        double was = full(Calibrator.curve(of, rulebook.stages().get(other)));
        boolean wrong =
            (was < before && full(theirs) > full(candidate))
                || (was > before && full(theirs) < full(candidate));
        if (wrong) {
          return false;
        }
      }
    }
    return true;
  }

  private static double full(Curve of) {
    return of.knots().getLast().value();
  }
}
