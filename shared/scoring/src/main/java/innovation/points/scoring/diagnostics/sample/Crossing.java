package innovation.points.scoring.diagnostics.sample;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an enterprise near the bound of a stage gains or loses when its figure reaches the bound and
 * nothing else changes.
 *
 * @param bound index in {@link innovation.points.scoring.rulebook.StageBound#of}
 * @param from index of the stage just below the bound
 * @param to index of the stage at the bound
 * @param change of the published total
 * @param weights the part of it that the weights of the stages alone cause, before the points
 *     change
 * @param indicators the part of it by the points of each indicator, at the weights of {@code to}
 * @param through the totals at {@link Crossings#figures}; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record Crossing(
    int bound,
    int from,
    int to,
    double change,
    double weights,
    double[] indicators,
    double[] through) {

  void write(DataOutput out) throws IOException {
    out.writeInt(bound);
    out.writeInt(from);
    out.writeInt(to);
    out.writeDouble(change);
    out.writeDouble(weights);
    SampledRow.write(indicators, out);
    SampledRow.write(through, out);
  }

  static Crossing read(DataInput in) throws IOException {
    return new Crossing(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        SampledRow.readNumbers(in),
        SampledRow.readNumbers(in));
  }
}
