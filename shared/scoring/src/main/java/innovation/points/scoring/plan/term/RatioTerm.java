package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.rulebook.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole, in percent; where the whole is zero and another one is known, of that other
 * one and divided by a number (rules §3).
 *
 * @param into its column
 * @param other the column of the other whole; {@link #NONE}: there is no other
 * @param base what the whole is
 * @param otherBase what the other whole is; null where there is none
 */
public record RatioTerm(
    int into,
    int part,
    int whole,
    int other,
    double divisor,
    Quantity base,
    @Nullable Quantity otherBase)
    implements Operator {
  public static final int NONE = -1;

  @Override
  public void run(double[][] columns, int size) {
    if (other == NONE) {
      plain(columns[into], columns[part], columns[whole], size);
    } else {
      withOther(columns, size);
    }
  }

  private static void plain(double[] out, double[] parts, double[] wholes, int size) {
    for (int i = 0; i < size; i++) {
      double base = wholes[i];
      // A missing base fails the comparison and makes the quotient missing.
      double percent = parts[i] / base * 100;
      out[i] = base <= 0 ? noBase(parts[i]) : percent;
    }
  }

  private void withOther(double[][] columns, int size) {
    double[] out = columns[into];
    double[] parts = columns[part];
    double[] wholes = columns[whole];
    double[] others = columns[other];
    for (int i = 0; i < size; i++) {
      boolean instead = wholes[i] == 0 && !Double.isNaN(others[i]);
      double base = instead ? others[i] : wholes[i];
      double percent = parts[i] / base / (instead ? divisor : 1) * 100;
      out[i] = base <= 0 ? noBase(parts[i]) : percent;
    }
  }

  /** Where the base is not positive: missing where the other side is missing anyway. */
  static double noBase(double part) {
    return Double.isNaN(part) ? Subject.MISSING : Outcome.NO_BASE;
  }

  @Override
  public boolean missing(boolean[] columns) {
    return columns[part] || columns[whole];
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    row.explain(part, trace);
    row.explain(whole, trace);
    double divided = row.number(whole);
    Cause.Base by = Cause.Base.of(base, row.year());
    if (otherBase != null && divided == 0 && !row.missing(other)) {
      Cause.Base instead = Cause.Base.of(otherBase, row.year());
      trace.remark(new Cause.OtherBase(by, instead));
      row.explain(other, trace);
      divided = row.number(other);
      by = instead;
    }
    if (!row.missing(part) && divided <= 0) {
      trace.remark(new Cause.BaseNotPositive(by, divided));
    }
  }
}
