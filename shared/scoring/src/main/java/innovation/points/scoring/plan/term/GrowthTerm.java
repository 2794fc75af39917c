package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.rulebook.Quantity;

/**
 * The growth of a figure over the year before, in percent (rules §3).
 *
 * @param into its column
 * @param now the figure's column
 * @param before its column of the year before
 * @param base the figure of the year before
 * @param missing whether growth on a base that is not positive is missing
 */
public record GrowthTerm(int into, int now, int before, Quantity base, boolean missing)
    implements Operator {

  @Override
  public void run(double[][] columns, int size) {
    double[] out = columns[into];
    double[] is = columns[now];
    double[] was = columns[before];
    boolean missingWithoutBase = missing;
    for (int i = 0; i < size; i++) {
      double divisor = was[i];
      // A missing base fails the comparison and makes the quotient missing.
      double growth = (is[i] - divisor) / divisor * 100;
      out[i] = divisor <= 0 ? noBase(is[i], missingWithoutBase) : growth;
    }
  }

  private static double noBase(double now, boolean missing) {
    return missing ? Subject.MISSING : RatioTerm.noBase(now);
  }

  @Override
  public boolean missing(boolean[] columns) {
    return missing || columns[now] || columns[before];
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    row.explain(now, trace);
    row.explain(before, trace);
    if (!row.missing(now) && row.number(before) <= 0) {
      trace.remark(new Cause.BaseNotPositive(Cause.Base.of(base, row.year()), row.number(before)));
    }
  }
}
