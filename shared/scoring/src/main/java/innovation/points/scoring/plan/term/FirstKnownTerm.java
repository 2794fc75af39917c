package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import java.util.Arrays;

/**
 * The first of some numbers that is known.
 *
 * @param into its column
 * @param of theirs
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record FirstKnownTerm(int into, int[] of) implements Operator {

  @Override
  public void run(double[][] columns, int size) {
    double[] out = columns[into];
    Arrays.fill(out, 0, size, Subject.MISSING);
    for (int one : of) {
      double[] in = columns[one];
      for (int i = 0; i < size; i++) {
        out[i] = Double.isNaN(out[i]) ? in[i] : out[i];
      }
    }
  }

  @Override
  public boolean missing(boolean[] columns) {
    return Arrays.stream(of).allMatch(one -> columns[one]);
  }

  /** The one that was taken, or all where none is known. */
  @Override
  public void explain(Row row, FactTrace trace) {
    for (int one : of) {
      if (!row.missing(one)) {
        row.explain(one, trace);
        return;
      }
    }
    for (int one : of) {
      row.explain(one, trace);
    }
  }
}
