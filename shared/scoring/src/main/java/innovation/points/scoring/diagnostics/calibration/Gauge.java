package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.sample.Crossing;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Correlation;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Moments;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.plan.Points;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures curves on a sample of ranked enterprises. Not thread-safe. */
final class Gauge {
  private final Rulebook rulebook;
  private final int[] category;
  private final SampleColumns columns;
  private final int[] stageOf;
  private final double[][] values;
  private final double[][] shares;
  private final double[] totals;
  private final List<int[]> stages = new ArrayList<>();

  /** By stage and indicator: share at full points, and the chance to differ; kept until changed. */
  private final double[][] atFull;

  private final double[][] differing;

  /** By passage and indicator: what its curves add to the total. */
  private final double[][] changes;

  private final List<Passage> passages = new ArrayList<>();

  /** An enterprise that grows over a bound. */
  private final class Passage {
    private final int enterprise;
    private final Crossing crossing;

    Passage(int enterprise, Crossing crossing) {
      this.enterprise = enterprise;
      this.crossing = crossing;
    }

    double change(Assumptions curves, int i) {
      double value = values[i][enterprise];
      return curves.weights()[crossing.to()][category[i]]
          * curves.full()[i]
          * (share(curves, crossing.to(), i, value) - share(curves, crossing.from(), i, value));
    }
  }

  Gauge(Sample sample) {
    this.rulebook = sample.rulebook();
    this.category = Assumptions.categories(rulebook);
    this.columns = new SampleColumns(sample);
    this.stageOf = sample.rows().stream().mapToInt(SampledRow::stage).toArray();
    this.values = new double[category.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = sample.values(i);
    }
    this.shares = new double[category.length][sample.size()];
    this.totals = new double[sample.size()];
    for (int stage = 0; stage < rulebook.stages().size(); stage++) {
      stages.add(members(stage));
    }
    this.atFull = new double[stages.size()][category.length];
    this.differing = new double[stages.size()][category.length];
    for (int e = 0; e < sample.size(); e++) {
      for (Crossing crossing : sample.rows().get(e).crossings()) {
        passages.add(new Passage(e, crossing));
      }
    }
    this.changes = new double[passages.size()][category.length];
  }

  private int[] members(int stage) {
    return IntStream.range(0, stageOf.length).filter(e -> stageOf[e] == stage).toArray();
  }

  /** Everything anew. */
  Measures measure(Assumptions curves) {
    for (int stage = 0; stage < stages.size(); stage++) {
      for (int i = 0; i < category.length; i++) {
        cell(curves, stage, i);
      }
    }
    return sum(curves);
  }

  /** After a change of one curve only. */
  Measures measure(Assumptions curves, int stage, int indicator) {
    cell(curves, stage, indicator);
    return sum(curves);
  }

  private void cell(Assumptions curves, int stage, int i) {
    int[] members = stages.get(stage);
    double[] earned = new double[members.length];
    int full = 0;
    for (int m = 0; m < members.length; m++) {
      double share = share(curves, stage, i, values[i][members[m]]);
      shares[i][members[m]] = share;
      earned[m] = share;
      full += share >= 1 ? 1 : 0;
    }
    atFull[stage][i] = members.length == 0 ? 0 : (double) full / members.length;
    Arrays.sort(earned);
    differing[stage][i] = members.length < 2 ? 0 : Discrimination.differing(earned);
    for (int c = 0; c < passages.size(); c++) {
      changes[c][i] = passages.get(c).change(curves, i);
    }
  }

  private static double share(Assumptions curves, int stage, int i, double value) {
    double[] knots = curves.curves().values()[stage][i];
    double[] reached = curves.curves().shares()[stage][i];
    if (Double.isNaN(value) || value == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return knots == null || reached == null
        ? Math.clamp(value, 0, 1)
        : Points.share(knots, reached, value);
  }

  private Measures sum(Assumptions curves) {
    columns.totals(curves, 0, totals);
    double full = 0;
    double apart = 0;
    int cells = 0;
    for (int stage = 0; stage < stages.size(); stage++) {
      if (stages.get(stage).length >= Calibrator.LEAST) {
        for (int i = 0; i < category.length; i++) {
          if (curves.curves().values()[stage][i] != null) {
            full += atFull[stage][i];
            apart += differing[stage][i];
            cells++;
          }
        }
      }
    }
    Moments moments = Moments.of(totals);
    return new Measures(
        moments.second() == 0 ? 0 : moments.skewness(),
        cells == 0 ? 0 : full / cells,
        cells == 0 ? 1 : apart / cells,
        moments.second() == 0 ? 0 : misweighted(curves, moments.second()),
        bounds());
  }

  /** Half the distance between the shares of the variance and those of the weighted points. */
  private double misweighted(Assumptions curves, double variance) {
    double[] effective = new double[category.length];
    double[] nominal = new double[category.length];
    double sum = 0;
    double weights = 0;
    double[] part = new double[totals.length];
    for (int i = 0; i < category.length; i++) {
      for (int e = 0; e < totals.length; e++) {
        double weight = curves.weights()[stageOf[e]][category[i]] * curves.full()[i];
        part[e] = weight * shares[i][e];
        nominal[i] += weight;
      }
      effective[i] = Correlation.covariance(part, totals) / variance;
      sum += effective[i];
      weights += nominal[i];
    }
    double distance = 0;
    for (int i = 0; i < category.length && sum != 0; i++) {
      distance += Math.abs(effective[i] / sum - nominal[i] / weights) / 2;
    }
    return distance;
  }

  /** The points that curves take from an enterprise that grows over a bound, on average. */
  private double bounds() {
    double lost = 0;
    for (double[] change : changes) {
      lost += Math.max(0, -Arrays.stream(change).sum());
    }
    return changes.length == 0 ? 0 : lost / changes.length;
  }
}
