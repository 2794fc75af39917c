package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scored enterprises of a year in columns, by stage and then by code. Immutable.
 *
 * @see Sampler
 */
public final class Sample {
  /** Represents an unknown value, which earns nothing. */
  static final double MISSING = Double.NaN;

  /** Represents a growth or ratio whose base is not positive: known, and earns nothing. */
  static final double NO_BASE = Double.NEGATIVE_INFINITY;

  private final Rulebook rulebook;
  private final int year;
  private final int scored;
  private final List<Alternative> alternatives;
  private final List<SampledRow> rows;

  public Sample(
      Rulebook rulebook,
      int year,
      int scored,
      List<Alternative> alternatives,
      List<SampledRow> rows) {
    this.rulebook = rulebook;
    this.year = year;
    this.scored = scored;
    this.alternatives = alternatives;
    this.rows = rows;
  }

  public Rulebook rulebook() {
    return rulebook;
  }

  /** The evaluation year; 0 for an empty sample. */
  public int year() {
    return year;
  }

  /** The number of enterprises that the sample was drawn from. */
  public int scored() {
    return scored;
  }

  /** The number of enterprises in the sample. */
  public int size() {
    return rows.size();
  }

  /** Whether the sample holds every scored enterprise. */
  public boolean whole() {
    return rows.size() == scored;
  }

  /** The part of the sample that is ranked. */
  public Sample ranked() {
    return new Sample(
        rulebook, year, scored, alternatives, rows.stream().filter(SampledRow::ranked).toList());
  }

  /** The part of the sample that is ranked, or would be under one of the alternatives. */
  public Sample everRanked() {
    return new Sample(
        rulebook,
        year,
        scored,
        alternatives,
        rows.stream().filter(SampledRow::everRanked).toList());
  }

  /** The part of the sample in a stage, given by its index in the rulebook. */
  public Sample stage(int stage) {
    return new Sample(
        rulebook,
        year,
        scored,
        alternatives,
        rows.stream().filter(row -> row.stage() == stage).toList());
  }

  /** Every second enterprise, beginning with the first or the second. */
  public Sample half(int first) {
    return new Sample(rulebook, year, scored, alternatives, every(2, first));
  }

  /** One of so many enterprises. */
  public Sample every(int step) {
    return step == 1 ? this : new Sample(rulebook, year, scored, alternatives, every(step, 0));
  }

  private List<SampledRow> every(int step, int first) {
    return IntStream.range(0, rows.size())
        .filter(row -> row % step == first)
        .mapToObj(rows::get)
        .toList();
  }

  public List<Alternative> alternatives() {
    return alternatives;
  }

  public List<SampledRow> rows() {
    return rows;
  }

  public double[] totals() {
    return rows.stream().mapToDouble(SampledRow::total).toArray();
  }

  /** The values of the indicator at an index: {@link #MISSING}, {@link #NO_BASE} or in its unit. */
  public double[] values(int indicator) {
    return rows.stream().mapToDouble(row -> row.values()[indicator]).toArray();
  }

  public double[] points(int indicator) {
    return rows.stream().mapToDouble(row -> row.points()[indicator]).toArray();
  }

  public double[] categories(int category) {
    return rows.stream().mapToDouble(row -> row.categories()[category]).toArray();
  }

  /** The first index of each stage and, as the last element, the end of the last stage. */
  int[] bounds() {
    int stages = rulebook.stages().size();
    int[] bounds = new int[stages + 1];
    for (SampledRow row : rows) {
      bounds[row.stage() + 1]++;
    }
    for (int stage = 0; stage < stages; stage++) {
      bounds[stage + 1] += bounds[stage];
    }
    return bounds;
  }

  /** The indexes of the stages that have enterprises. */
  public List<Integer> stages() {
    int[] bounds = bounds();
    return new ArrayList<>(
        IntStream.range(0, bounds.length - 1)
            .filter(stage -> bounds[stage + 1] > bounds[stage])
            .boxed()
            .toList());
  }
}
