package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one scored enterprise.
 *
 * @param stage index in the rulebook
 * @param values by indicator
 * @param points by indicator, unrounded
 * @param categories by category, unrounded
 * @param readings the readings under each of the sample's alternatives
 * @param crossings of the bounds of stages that are near
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record SampledRow(
    String uscc,
    int stage,
    double[] values,
    double[] points,
    double[] categories,
    Reading own,
    boolean ranked,
    double total,
    List<Reading> readings,
    List<Crossing> crossings) {

  /**
   * What the rules make of the facts before points are given.
   *
   * @param stage index in the rulebook
   * @param values by indicator; null: those of the rulebook's own reading
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Reading(
      int stage,
      boolean ranked,
      double @Nullable [] values,
      double deducted,
      double added,
      double decay) {

    private void write(DataOutput out) throws IOException {
      out.writeInt(stage);
      out.writeBoolean(ranked);
      out.writeBoolean(values != null);
      if (values != null) {
        SampledRow.write(values, out);
      }
      out.writeDouble(deducted);
      out.writeDouble(added);
      out.writeDouble(decay);
    }

    private static Reading read(DataInput in) throws IOException {
      int stage = in.readInt();
      boolean ranked = in.readBoolean();
      double[] values = in.readBoolean() ? readNumbers(in) : null;
      return new Reading(stage, ranked, values, in.readDouble(), in.readDouble(), in.readDouble());
    }
  }

  static SampledRow of(
      Scored scored, Rulebook rulebook, List<Alternative> alternatives, Crossings crossings) {
    double[] values = values(scored, rulebook);
    double[] points = new double[values.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = scored.points(i);
    }
    double[] categories = new double[rulebook.categories().size()];
    for (int c = 0; c < categories.length; c++) {
      categories[c] = scored.category(c);
    }
    int stage = stageOf(scored, rulebook);
    Reading own =
        new Reading(
            stage, scored.ranked(), null, scored.deducted(), scored.added(), scored.decayFactor());
    return new SampledRow(
        scored.uscc(),
        stage,
        values,
        points,
        categories,
        own,
        scored.ranked(),
        scored.total(),
        alternatives.stream().map(one -> reading(scored, one, own, values)).toList(),
        crossings.of(scored));
  }

  boolean everRanked() {
    return ranked || readings.stream().anyMatch(Reading::ranked);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(uscc);
    out.writeInt(stage);
    write(values, out);
    write(points, out);
    write(categories, out);
    own.write(out);
    out.writeBoolean(ranked);
    out.writeDouble(total);
    out.writeInt(readings.size());
    for (Reading reading : readings) {
      reading.write(out);
    }
    out.writeInt(crossings.size());
    for (Crossing crossing : crossings) {
      crossing.write(out);
    }
  }

  static SampledRow read(DataInput in) throws IOException {
    String uscc = in.readUTF();
    int stage = in.readInt();
    double[] values = readNumbers(in);
    double[] points = readNumbers(in);
    double[] categories = readNumbers(in);
    Reading own = Reading.read(in);
    boolean ranked = in.readBoolean();
    double total = in.readDouble();
    var readings = new ArrayList<Reading>();
    for (int left = in.readInt(); left > 0; left--) {
      readings.add(Reading.read(in));
    }
    var crossings = new ArrayList<Crossing>();
    for (int left = in.readInt(); left > 0; left--) {
      crossings.add(Crossing.read(in));
    }
    return new SampledRow(
        uscc,
        stage,
        values,
        points,
        categories,
        own,
        ranked,
        total,
        List.copyOf(readings),
        List.copyOf(crossings));
  }

  static void write(double[] numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static double[] readNumbers(DataInput in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  private static Reading reading(
      Scored scored, Alternative alternative, Reading own, double[] values) {
    Evaluation other = alternative.scorer().score(scored.input());
    if (!(other instanceof Scored read)) {
      // Whoever is scored stays so: an alternative that leaves the stage unknown says nothing here.
      return own;
    }
    double[] changed = values(read, alternative.rulebook());
    boolean same = Arrays.equals(changed, values);
    return new Reading(
        stageOf(read, alternative.rulebook()),
        read.ranked(),
        same ? null : changed,
        read.deducted(),
        read.added(),
        read.decayFactor());
  }

  private static double[] values(Scored scored, Rulebook rulebook) {
    double[] values = new double[rulebook.indicators().size()];
    for (int i = 0; i < values.length; i++) {
      Double value = scored.value(i);
      values[i] =
          scored.outcome(i) == Outcome.BASE_NOT_POSITIVE
              ? Sample.NO_BASE
              : value == null ? Sample.MISSING : value;
    }
    return values;
  }

  static int stageOf(Scored scored, Rulebook rulebook) {
    for (int i = 0; i < rulebook.stages().size(); i++) {
      if (rulebook.stages().get(i).id().equals(scored.stage())) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "expected a stage of %s, found %s".formatted(rulebook.id(), scored.stage()));
  }
}
