package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.calibration.Calibration.Comparison;
import innovation.points.scoring.diagnostics.calibration.Calibration.Effect;
import innovation.points.scoring.diagnostics.calibration.Calibration.Kept;
import innovation.points.scoring.diagnostics.calibration.Calibration.Mover;
import innovation.points.scoring.diagnostics.calibration.Calibration.Proposal;
import innovation.points.scoring.diagnostics.calibration.Calibration.Side;
import innovation.points.scoring.diagnostics.calibration.Calibration.Target;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledPlaces;
import innovation.points.scoring.diagnostics.sample.SampledPlaces.Shift;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.plan.Points;
import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposes curves and computes their effect. Not thread-safe. */
final class Calibrator {
  private static final int LEAST = 20;
  private static final int MOVERS = 20;

  /** A normal distribution with mean 0.5 whose 95 % quantile is 1, to one decimal. */
  private static final List<Target> TARGET =
      List.of(
          new Target(0.25, 0.3), new Target(0.5, 0.5), new Target(0.75, 0.7), new Target(0.95, 1));

  private final Sample sample;
  private final Rulebook rulebook;
  private final Assumptions proposed;
  private final List<Proposal> proposals = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  Calibrator(Sample sample) {
    this.sample = sample.ranked();
    this.rulebook = sample.rulebook();
    this.proposed = Assumptions.of(rulebook);
  }

  Calibration calibration() {
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      indicator(i);
    }
    return new Calibration(
        sample.year(),
        rulebook.id(),
        rulebook.digest(),
        TARGET,
        proposals,
        kept,
        proposals.isEmpty() ? null : comparison(),
        proposals.isEmpty() ? null : new DraftRulebook(rulebook, sample.year()).of(byIndicator()));
  }

  private void indicator(int place) {
    Indicator of = rulebook.indicators().get(place);
    Basis basis = of.curveBasis();
    if (of.curves().isEmpty()) {
      kept.add(new Kept(of.id(), null, "没有曲线，值本身就是得分比例"));
    } else if (basis.cite() != null) {
      kept.add(new Kept(of.id(), null, "曲线由文件规定（%s）".formatted(basis.cite())));
    } else {
      for (int stage = 0; stage < rulebook.stages().size(); stage++) {
        stage(place, of, stage);
      }
    }
  }

  private void stage(int place, Indicator of, int stage) {
    Stage in = rulebook.stages().get(stage);
    double[] known =
        Arrays.stream(sample.stage(stage).values(place))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    Curve current = curve(of, in);
    Knot foot = current.knots().getFirst();
    double[] earning = Arrays.stream(known).filter(value -> value > foot.value()).toArray();
    if (earning.length < LEAST) {
      kept.add(new Kept(of.id(), in.id(), "得分的值只有 %d 个，不足 %d 个".formatted(earning.length, LEAST)));
      return;
    }
    List<Knot> knots = knots(foot, earning);
    if (knots.size() == 1 || knots.equals(current.knots())) {
      String reason = knots.size() == 1 ? "得分的值取两位有效数字后都在曲线起点" : "与现行曲线相同";
      kept.add(new Kept(of.id(), in.id(), reason));
      return;
    }
    Curve next = new Curve(knots);
    proposed.curves().set(stage, place, next);
    proposals.add(
        new Proposal(
            of.id(),
            of.name(),
            of.unit(),
            in.id(),
            earning.length,
            current.knots(),
            knots,
            effect(current, known),
            effect(next, known)));
  }

  static Curve curve(Indicator of, Stage stage) {
    Curve curve = of.curves().get(stage.id());
    if (curve == null) {
      throw new IllegalArgumentException("指标 " + of.id() + " 没有" + stage.name() + "的曲线");
    }
    return curve;
  }

  static List<Knot> knots(Knot foot, double[] earning) {
    List<Knot> knots = new ArrayList<>(List.of(foot));
    for (Target target : TARGET) {
      double value = Vectors.twoDigits(Distribution.quantile(earning, target.quantile()));
      double share = Math.max(foot.share(), target.share());
      if (value <= knots.getLast().value()) {
        if (knots.size() == 1) {
          // The quantile was rounded down to the foot: the next quantile begins the curve.
          continue;
        }
        value = knots.removeLast().value();
      }
      knots.add(new Knot(value, share));
    }
    return List.copyOf(knots);
  }

  private static Effect effect(Curve curve, double[] known) {
    double[] values = curve.knots().stream().mapToDouble(Knot::value).toArray();
    double[] shares = curve.knots().stream().mapToDouble(Knot::share).toArray();
    double[] earned =
        Arrays.stream(known).map(value -> Points.share(values, shares, value)).toArray();
    double top = shares[shares.length - 1];
    return new Effect(
        Vectors.round(Arrays.stream(earned).average().orElse(0)),
        share(earned.length, Arrays.stream(earned).filter(share -> share == 0).count()),
        share(earned.length, Arrays.stream(earned).filter(share -> share >= top).count()),
        Discrimination.of(earned));
  }

  private static double share(int all, long count) {
    return Vectors.round((double) count / all);
  }

  private Comparison comparison() {
    double[] before = sample.totals();
    double[] after = new double[before.length];
    new SampleColumns(sample).totals(proposed, 0, after);
    SampledPlaces places = new SampledPlaces(sample);
    places.rank(before);
    int[] ranksBefore = places.overall().clone();
    places.rank(after);
    int[] ranksAfter = places.overall();
    Shift shift = Shift.between(ranksBefore, ranksAfter);
    List<Mover> movers = new ArrayList<>();
    for (int e = 0; e < before.length; e++) {
      if (ranksBefore[e] != ranksAfter[e]) {
        SampledRow row = sample.rows().get(e);
        String stage = rulebook.stages().get(row.stage()).id();
        movers.add(
            new Mover(row.uscc(), stage, ranksBefore[e], ranksAfter[e], before[e], after[e]));
      }
    }
    movers.sort(
        Comparator.comparingInt((Mover m) -> -Math.abs(m.rankAfter() - m.rankBefore()))
            .thenComparing(Mover::uscc));
    return new Comparison(
        Side.of(before),
        Side.of(after),
        movers.size(),
        shift.mean(),
        shift.most(),
        movers.subList(0, Math.min(MOVERS, movers.size())));
  }

  private Map<String, List<Proposal>> byIndicator() {
    Map<String, List<Proposal>> by = new LinkedHashMap<>();
    proposals.forEach(one -> by.computeIfAbsent(one.indicator(), _ -> new ArrayList<>()).add(one));
    return by;
  }
}
