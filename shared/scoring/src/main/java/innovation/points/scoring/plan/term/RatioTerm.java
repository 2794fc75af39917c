package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Outcome;

/**
 * A part of a whole, in percent; where the whole is zero and another one is known, of that other
 * one and divided by a number (rules §3).
 *
 * @param into its column
 * @param other the column of the other whole; {@link #NONE}: there is no other
 */
public record RatioTerm(int into, int part, int whole, int other, double divisor)
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
    int base = whole;
    if (other != NONE && row.number(whole) == 0 && !row.missing(other)) {
      trace.instead(row.name(whole), row.name(other));
      row.explain(other, trace);
      base = other;
    }
    if (!row.missing(part) && row.number(base) <= 0) {
      trace.notPositive(row.name(base), row.number(base));
    }
  }

  @Override
  public String name() {
    return "比率";
  }
}
