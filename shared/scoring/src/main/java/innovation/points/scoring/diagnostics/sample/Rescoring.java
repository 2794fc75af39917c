package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores a sample again, from its values, under other assumptions. Under the rulebook's own it
 * agrees with the scorer to the last bit, because it computes in the same order. Uses flat arrays
 * and allocates nothing, to allow thousands of runs. Not thread-safe.
 */
public final class Rescoring {
  private final int[] bounds;
  private final int[] category;
  private final Columns[] readings;
  private final double[][] sums;

  /**
   * The sample under one reading of the facts.
   *
   * @param values by indicator and enterprise, as curve input: negative infinity earns nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Columns(
      double[][] values, double[] deducted, double[] added, double[] decay, Total total) {}

  public Rescoring(Sample sample) {
    Rulebook rulebook = sample.rulebook();
    this.bounds = sample.bounds();
    this.category = Assumptions.categories(rulebook);
    this.sums = new double[rulebook.categories().size()][sample.size()];
    List<Columns> all = new ArrayList<>();
    Columns own = columns(sample, -1, null);
    all.add(own);
    for (int reading = 0; reading < sample.alternatives().size(); reading++) {
      all.add(columns(sample, reading, own));
    }
    this.readings = all.toArray(Columns[]::new);
  }

  private static Columns columns(Sample sample, int reading, @Nullable Columns own) {
    List<SampledRow> rows = sample.rows();
    Rulebook rulebook =
        reading < 0 ? sample.rulebook() : sample.alternatives().get(reading).rulebook();
    double[][] values = new double[rulebook.indicators().size()][rows.size()];
    double[] deducted = new double[rows.size()];
    double[] added = new double[rows.size()];
    double[] decay = new double[rows.size()];
    for (int e = 0; e < rows.size(); e++) {
      SampledRow row = rows.get(e);
      SampledRow.Reading read = reading < 0 ? row.own() : row.readings().get(reading);
      double[] from = read.values() == null ? row.values() : read.values();
      for (int i = 0; i < values.length; i++) {
        boolean share = rulebook.indicators().get(i).curves().isEmpty();
        values[i][e] = Double.isFinite(from[i]) ? from[i] : share ? 0 : Double.NEGATIVE_INFINITY;
      }
      deducted[e] = read.deducted();
      added[e] = read.added();
      decay[e] = read.decay();
    }
    for (int i = 0; own != null && i < values.length; i++) {
      if (Arrays.equals(values[i], own.values()[i])) {
        // Readings that agree share a column, to save memory: most agree.
        values[i] = own.values()[i];
      }
    }
    return new Columns(values, deducted, added, decay, rulebook.total());
  }

  /** The number of readings of the facts: the rulebook's own (0) and its alternatives. */
  public int readings() {
    return readings.length;
  }

  /** Writes the totals, rounded as for publication, to {@code totals}. */
  public void totals(Assumptions assumptions, int reading, double[] totals) {
    Columns columns = readings[reading];
    for (int s = 0; s + 1 < bounds.length; s++) {
      if (bounds[s] < bounds[s + 1]) {
        stage(assumptions, columns, s);
        weigh(assumptions.weights()[s], columns, s, totals);
      }
    }
  }

  private void stage(Assumptions assumptions, Columns columns, int s) {
    int from = bounds[s];
    int to = bounds[s + 1];
    for (double[] sum : sums) {
      Arrays.fill(sum, from, to, 0);
    }
    for (int i = 0; i < category.length; i++) {
      double[] knots = assumptions.curves().values()[s][i];
      double[] shares = assumptions.curves().shares()[s][i];
      double[] sum = sums[category[i]];
      double full = assumptions.full()[i];
      double[] values = columns.values()[i];
      if (knots == null || shares == null) {
        asShare(values, full, sum, from, to);
      } else if (knots.length == 2 && shares[0] == 0) {
        line(values, full, knots, shares[1], sum, from, to);
      } else {
        curve(values, full, knots, shares, sum, from, to);
      }
    }
  }

  private static void asShare(double[] values, double full, double[] sum, int from, int to) {
    for (int e = from; e < to; e++) {
      sum[e] += full * values[e];
    }
  }

  /** A single line from zero, without branches, so that the compiler can vectorize it. */
  private static void line(
      double[] values, double full, double[] knots, double top, double[] sum, int from, int to) {
    double low = knots[0];
    double width = knots[1] - low;
    for (int e = from; e < to; e++) {
      double way = Math.min(1.0, Math.max(0.0, (values[e] - low) / width));
      sum[e] += full * (way * top);
    }
  }

  private static void curve(
      double[] values,
      double full,
      double[] knots,
      double[] shares,
      double[] sum,
      int from,
      int to) {
    for (int e = from; e < to; e++) {
      double value = values[e];
      if (value != Double.NEGATIVE_INFINITY) {
        sum[e] += full * share(knots, shares, value);
      }
    }
  }

  /** The share of the points that a value earns, as the scorer computes it. */
  public static double share(double[] knots, double[] shares, double value) {
    int last = knots.length - 1;
    if (value >= knots[last]) {
      return shares[last];
    }
    if (value <= knots[0]) {
      return shares[0];
    }
    int i = 1;
    while (value >= knots[i]) {
      i++;
    }
    double way = (value - knots[i - 1]) / (knots[i] - knots[i - 1]);
    return shares[i - 1] + way * (shares[i] - shares[i - 1]);
  }

  private void weigh(double[] weights, Columns columns, int s, double[] totals) {
    for (int e = bounds[s]; e < bounds[s + 1]; e++) {
      double weighted = 0;
      for (int c = 0; c < weights.length; c++) {
        weighted += weights[c] * sums[c][e];
      }
      totals[e] =
          columns
              .total()
              .of(weighted, columns.deducted()[e], columns.added()[e], columns.decay()[e]);
    }
  }
}
