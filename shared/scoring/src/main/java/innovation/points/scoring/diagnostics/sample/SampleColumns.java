package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.plan.Totals;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a sample in columns, to be scored by the plan's arithmetic ({@link Totals}) under
 * other assumptions. Allocates nothing then, to allow thousands of runs. Not thread-safe.
 */
public final class SampleColumns {
  private final int[] category;
  private final double[] categoryPoints;
  private final Columns[] readings;
  private final double[][] sums;
  private final double[] weighted;
  private final double[] ordered;

  /**
   * The sample under one reading of the facts, by stage.
   *
   * @param order the enterprise of each row; null where they are in the order of the sample
   * @param bounds the first row of each stage, and the end of the last
   * @param ranked by enterprise, whether it has a rank
   * @param stage by enterprise
   * @param values by indicator and row
   * @param missing by stage and indicator, whether any of the values is missing
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Columns(
      int @Nullable [] order,
      int[] bounds,
      boolean[] ranked,
      int[] stage,
      double[][] values,
      boolean[][] missing,
      double[] deducted,
      double[] added,
      double[] decay,
      Total total,
      boolean rescales) {}

  public SampleColumns(Sample sample) {
    Rulebook rulebook = sample.rulebook();
    this.category = Assumptions.categories(rulebook);
    this.categoryPoints = rulebook.categories().stream().mapToDouble(Category::points).toArray();
    this.sums = new double[rulebook.categories().size()][sample.size()];
    this.weighted = new double[sample.size()];
    this.ordered = new double[sample.size()];
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
    List<SampledRow.Reading> read =
        rows.stream().map(row -> reading < 0 ? row.own() : row.readings().get(reading)).toList();
    int[] order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt(e -> read.get(e).stage()))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] bounds = new int[rulebook.stages().size() + 1];
    boolean[] ranked = new boolean[rows.size()];
    double[][] values = new double[rulebook.indicators().size()][rows.size()];
    double[] deducted = new double[rows.size()];
    double[] added = new double[rows.size()];
    double[] decay = new double[rows.size()];
    for (int row = 0; row < order.length; row++) {
      SampledRow of = rows.get(order[row]);
      SampledRow.Reading one = read.get(order[row]);
      double[] from = one.values() == null ? of.values() : one.values();
      for (int i = 0; i < values.length; i++) {
        values[i][row] = from[i];
      }
      deducted[row] = one.deducted();
      added[row] = one.added();
      decay[row] = one.decay();
      ranked[order[row]] = of.ranked() || one.ranked();
      bounds[one.stage() + 1] = row + 1;
    }
    for (int stage = 1; stage < bounds.length; stage++) {
      bounds[stage] = Math.max(bounds[stage], bounds[stage - 1]);
    }
    for (int i = 0; own != null && i < values.length; i++) {
      if (Arrays.equals(values[i], own.values()[i])) {
        // Readings that agree share a column, to save memory: most agree.
        values[i] = own.values()[i];
      }
    }
    boolean asSampled = IntStream.range(0, order.length).allMatch(row -> order[row] == row);
    return new Columns(
        asSampled ? null : order,
        bounds,
        ranked,
        read.stream().mapToInt(SampledRow.Reading::stage).toArray(),
        values,
        missing(values, bounds),
        deducted,
        added,
        decay,
        rulebook.total(),
        rulebook.coverage().rescales());
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

  /**
   * Ranks by the totals of a reading: whoever is ranked by the rulebook itself, and whoever is by
   * this reading besides, in the stages of this reading.
   */
  public void rank(int reading, double[] totals, SampledPlaces places) {
    places.rank(totals, readings[reading].ranked(), readings[reading].stage());
  }

  /** Writes the totals, rounded as for publication, to {@code totals}. */
  public void totals(Assumptions assumptions, int reading, double[] totals) {
    Columns columns = readings[reading];
    int[] order = columns.order();
    if (order == null) {
      compute(assumptions, columns, totals);
    } else {
      compute(assumptions, columns, ordered);
      for (int row = 0; row < order.length; row++) {
        totals[order[row]] = ordered[row];
      }
    }
  }

  private void compute(Assumptions assumptions, Columns columns, double[] totals) {
    int[] bounds = columns.bounds();
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
        if (columns.rescales()) {
          Totals.rescale(
              assumptions,
              category,
              categoryPoints,
              columns.values(),
              columns.missing()[stage],
              from,
              to,
              weighted,
              sums);
        }
        Totals.weigh(
            columns.total().mean(), assumptions.weights()[stage], sums, from, to, weighted);
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
