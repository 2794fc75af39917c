package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;

/**
 * The growth of a figure over the year before, in percent (rules §3).
 *
 * @param into its column
 * @param now the figure's column
 * @param before its column of the year before
 * @param name of the figure
 */
public record GrowthTerm(int into, int now, int before, String name) implements Operator {

  @Override
  public void run(double[][] columns, int size) {
    double[] out = columns[into];
    double[] is = columns[now];
    double[] was = columns[before];
    for (int i = 0; i < size; i++) {
      double base = was[i];
      // A missing base fails the comparison and makes the quotient missing.
      double growth = (is[i] - base) / base * 100;
      out[i] = base <= 0 ? RatioTerm.noBase(is[i]) : growth;
    }
  }

  @Override
  public boolean missing(boolean[] columns) {
    return columns[now] || columns[before];
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    row.explain(now, trace);
    row.explain(before, trace);
    if (!row.missing(now) && row.number(before) <= 0) {
      trace.notPositive((row.year() - 1) + "年" + name, row.number(before));
    }
  }
}
