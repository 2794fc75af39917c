package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.plan.Totals;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a sample in columns, to be scored by the plan's arithmetic ({@link Totals}) under
 * other assumptions. Allocates nothing then, to allow thousands of runs. Not thread-safe.
 */
public final class SampleColumns {
  private final int[] bounds;
  private final int[] category;
  private final Columns[] readings;
  private final double[][] sums;
  private final double[] weighted;

  /**
   * The sample under one reading of the facts.
   *
   * @param values by indicator and enterprise
   * @param missing by stage and indicator, whether any of the values is missing
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Columns(
      double[][] values,
      boolean[][] missing,
      double[] deducted,
      double[] added,
      double[] decay,
      Total total) {}

  public SampleColumns(Sample sample) {
    Rulebook rulebook = sample.rulebook();
    this.bounds = sample.bounds();
    this.category = Assumptions.categories(rulebook);
    this.sums = new double[rulebook.categories().size()][sample.size()];
    this.weighted = new double[sample.size()];
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
        values[i][e] = from[i];
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
    return new Columns(
        values, missing(values, sample.bounds()), deducted, added, decay, rulebook.total());
  }

  private static boolean[][] missing(double[][] values, int[] bounds) {
    boolean[][] missing = new boolean[bounds.length - 1][values.length];
    for (int stage = 0; stage < missing.length; stage++) {
      for (int i = 0; i < values.length; i++) {
        for (int e = bounds[stage]; e < bounds[stage + 1]; e++) {
          missing[stage][i] |= Double.isNaN(values[i][e]);
        }
      }
    }
    return missing;
  }

  /** The number of readings of the facts: the rulebook's own (0) and its alternatives. */
  public int readings() {
    return readings.length;
  }

  /** Writes the totals, rounded as for publication, to {@code totals}. */
  public void totals(Assumptions assumptions, int reading, double[] totals) {
    Columns columns = readings[reading];
    for (int stage = 0; stage + 1 < bounds.length; stage++) {
      int from = bounds[stage];
      int to = bounds[stage + 1];
      if (from < to) {
        Totals.categories(
            assumptions,
            category,
            stage,
            columns.values(),
            columns.missing()[stage],
            from,
            to,
            sums);
        Totals.weigh(assumptions.weights()[stage], sums, from, to, weighted);
        Totals.of(
            columns.total(),
            weighted,
            columns.deducted(),
            columns.added(),
            columns.decay(),
            from,
            to,
            totals);
      }
    }
  }
}
