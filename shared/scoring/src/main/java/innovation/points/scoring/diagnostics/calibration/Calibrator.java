package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.calibration.Calibration.Comparison;
import innovation.points.scoring.diagnostics.calibration.Calibration.Draft;
import innovation.points.scoring.diagnostics.calibration.Calibration.Effect;
import innovation.points.scoring.diagnostics.calibration.Calibration.Kept;
import innovation.points.scoring.diagnostics.calibration.Calibration.Mover;
import innovation.points.scoring.diagnostics.calibration.Calibration.Proposal;
import innovation.points.scoring.diagnostics.calibration.Calibration.Shape;
import innovation.points.scoring.diagnostics.calibration.Calibration.Side;
import innovation.points.scoring.diagnostics.calibration.Calibration.Verdict;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledPlaces;
import innovation.points.scoring.diagnostics.sample.SampledPlaces.Shift;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
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
import org.jspecify.annotations.Nullable;

/** Looks for curves, and judges them where they were not fitted. Not thread-safe. */
final class Calibrator {
  /** The fewest values, and the fewest enterprises of a stage, that a curve is fitted to. */
  static final int LEAST = 20;

  private static final int MOVERS = 20;

  /** The fewest enterprises that are fitted to, and judged by. */
  private static final int LEAST_OF_A_SIDE = 40;

  /** By how much the objective has to fall on what was not seen. */
  private static final double GAIN = 0.02;

  /** By how much one measure may get worse meanwhile. */
  private static final double SLACK = 0.03;

  /** Totals may not become less symmetric at all. */
  private static final double SLACK_OF_SKEWNESS = 0.005;

  private final Sample sample;
  private final Sample fitted;
  private final Sample judged;
  private final Rulebook rulebook;
  private final Assumptions proposed;
  private final List<Proposal> proposals = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  /**
   * @param earlier of the year before by the same rulebook; null: halves of the year's own
   */
  Calibrator(Sample sample, @Nullable Sample earlier) {
    this.sample = sample.ranked();
    this.rulebook = sample.rulebook();
    Sample before = earlier == null ? null : earlier.ranked();
    boolean enough = before != null && before.size() >= LEAST_OF_A_SIDE;
    this.fitted = before != null && enough ? before : this.sample.half(0);
    this.judged = enough ? this.sample : this.sample.half(1);
    this.proposed = Assumptions.of(rulebook);
  }

  Calibration calibration() {
    if (fitted.size() < LEAST_OF_A_SIDE || judged.size() < LEAST_OF_A_SIDE) {
      return leave(
          null,
          null,
          "参与排名的企业太少：拟合和检验各需要至少 %d 家，这里是 %d 家和 %d 家"
              .formatted(LEAST_OF_A_SIDE, fitted.size(), judged.size()));
    }
    @Nullable Curve[][] found = new Fitting(fitted).curves(open());
    propose(found);
    Gauge gauge = new Gauge(judged);
    Measures before = gauge.measure(Assumptions.of(rulebook));
    if (proposals.isEmpty()) {
      return leave(before, before, "没有找到更好的满分值");
    }
    Measures after = gauge.measure(proposed);
    String worse = worse(before, after);
    return worse == null ? improves(before, after) : leave(before, after, worse);
  }

  private Calibration improves(Measures before, Measures after) {
    String reason =
        "在没有参与拟合的企业上，偏度由 %s 变为 %s，得满分的由 %s 变为 %s，阶段界限两侧因曲线减少的分由 %s 变为 %s"
            .formatted(
                Vectors.signed(Vectors.hundredths(before.skewness())),
                Vectors.signed(Vectors.hundredths(after.skewness())),
                Vectors.percent(before.atFull()),
                Vectors.percent(after.atFull()),
                Vectors.plain(Vectors.hundredths(before.bounds())),
                Vectors.plain(Vectors.hundredths(after.bounds())));
    return calibration(
        Verdict.IMPROVES,
        reason,
        before,
        after,
        proposals,
        comparison(),
        new DraftRulebook(rulebook, sample.year()).of(byIndicator()));
  }

  private Calibration leave(@Nullable Measures before, @Nullable Measures after, String reason) {
    return calibration(Verdict.LEAVE, reason, before, after, List.of(), null, null);
  }

  private Calibration calibration(
      Verdict verdict,
      String reason,
      @Nullable Measures before,
      @Nullable Measures after,
      List<Proposal> proposals,
      @Nullable Comparison comparison,
      @Nullable Draft draft) {
    return new Calibration(
        sample.year(),
        rulebook.id(),
        rulebook.digest(),
        verdict,
        reason + "。",
        new Side(fitted.year(), fitted.size()),
        new Side(judged.year(), judged.size()),
        before == null ? null : before.rounded(),
        after == null ? null : after.rounded(),
        proposals,
        kept,
        comparison,
        draft);
  }

  /** Why the proposal is not an improvement on what it was not fitted to; null where it is. */
  private static @Nullable String worse(Measures before, Measures after) {
    if (Math.abs(after.skewness()) > Math.abs(before.skewness()) + SLACK_OF_SKEWNESS) {
      return "在没有参与拟合的企业上，总分更不对称：偏度由 %s 变为 %s"
          .formatted(
              Vectors.signed(Vectors.hundredths(before.skewness())),
              Vectors.signed(Vectors.hundredths(after.skewness())));
    }
    if (after.discrimination() < before.discrimination() - SLACK) {
      return "在没有参与拟合的企业上，区分度由 %s 降为 %s"
          .formatted(
              Vectors.percent(before.discrimination()), Vectors.percent(after.discrimination()));
    }
    if (after.weights() > before.weights() + SLACK) {
      return "在没有参与拟合的企业上，实际权重偏离名义权重更多：由 %s 变为 %s"
          .formatted(Vectors.percent(before.weights()), Vectors.percent(after.weights()));
    }
    if (after.bounds() > before.bounds() + SLACK) {
      return "在没有参与拟合的企业上，阶段界限两侧因曲线减少的分由 %s 变为 %s"
          .formatted(
              Vectors.plain(Vectors.hundredths(before.bounds())),
              Vectors.plain(Vectors.hundredths(after.bounds())));
    }
    return before.objective() - after.objective() < GAIN ? "在没有参与拟合的企业上没有明显改进" : null;
  }

  /** Which curves may change: those that the document leaves open, with enough values. */
  private boolean[][] open() {
    boolean[][] open = new boolean[rulebook.stages().size()][rulebook.indicators().size()];
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      Indicator of = rulebook.indicators().get(i);
      Basis basis = of.curveBasis();
      if (of.curves().isEmpty()) {
        kept.add(new Kept(of.id(), null, "没有曲线，值本身就是得分比例"));
      } else if (basis.cite() != null) {
        kept.add(new Kept(of.id(), null, "曲线由文件规定（%s）".formatted(basis.cite())));
      } else {
        for (int stage = 0; stage < open.length; stage++) {
          open[stage][i] = enough(of, i, stage);
        }
      }
    }
    return open;
  }

  private boolean enough(Indicator of, int place, int stage) {
    Stage in = rulebook.stages().get(stage);
    double foot = curve(of, in).knots().getFirst().value();
    long earning =
        Arrays.stream(fitted.stage(stage).values(place))
            .filter(value -> Double.isFinite(value) && value > foot)
            .count();
    if (earning < LEAST) {
      kept.add(new Kept(of.id(), in.id(), "得分的值只有 %d 个，不足 %d 个".formatted(earning, LEAST)));
    }
    return earning >= LEAST;
  }

  private void propose(@Nullable Curve[][] found) {
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      Indicator of = rulebook.indicators().get(i);
      for (int stage = 0; stage < found.length; stage++) {
        Curve next = found[stage][i];
        Stage in = rulebook.stages().get(stage);
        if (next != null && !next.equals(of.curves().get(in.id()))) {
          propose(i, of, stage, in, next);
        }
      }
    }
  }

  private void propose(int place, Indicator of, int stage, Stage in, Curve next) {
    double[] known =
        Arrays.stream(sample.stage(stage).values(place)).filter(Double::isFinite).toArray();
    Curve current = curve(of, in);
    proposed.curves().set(stage, place, next);
    proposals.add(
        new Proposal(
            of.id(),
            of.name(),
            of.unit(),
            in.id(),
            known.length,
            current.knots(),
            next.knots(),
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
        Shape.of(before),
        Shape.of(after),
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
