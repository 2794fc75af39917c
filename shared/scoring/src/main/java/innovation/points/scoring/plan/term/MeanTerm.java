package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import java.util.Arrays;

/**
 * The arithmetic mean of some numbers; missing where any of them is.
 *
 * @param into its column
 * @param of theirs
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record MeanTerm(int into, int[] of) implements Operator {

  @Override
  public void run(double[][] columns, int size) {
    double[] out = columns[into];
    Arrays.fill(out, 0, size, 0);
    for (int one : of) {
      double[] in = columns[one];
      for (int i = 0; i < size; i++) {
        out[i] += in[i];
      }
    }
    double count = of.length;
    for (int i = 0; i < size; i++) {
      out[i] /= count;
    }
  }

  @Override
  public boolean missing(boolean[] columns) {
    return Arrays.stream(of).anyMatch(one -> columns[one]);
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    for (int one : of) {
      row.explain(one, trace);
    }
  }
}
