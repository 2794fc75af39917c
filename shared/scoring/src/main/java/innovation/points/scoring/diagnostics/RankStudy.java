package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.Robustness.Choice;
import innovation.points.scoring.diagnostics.Robustness.RankBand;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.sample.Alternative;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledPlaces;
import innovation.points.scoring.diagnostics.sample.SampledPlaces.Shift;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Draws assumptions, scores, ranks, and keeps the ranks of all runs. Not thread-safe. */
final class RankStudy {
  private static final double HIGH = 0.95;
  private static final int TENTH = 10;

  private final Sample sample;
  private final Terms terms;
  private final SampleColumns columns;
  private final SampledPlaces places;
  private final Assumptions nominal;
  private final int size;
  private final RankRuns overall;
  private final RankRuns inStage;

  RankStudy(Sample sample, Terms terms) {
    this.sample = sample;
    this.terms = terms;
    this.columns = new SampleColumns(sample);
    this.places = new SampledPlaces(sample);
    this.nominal = Assumptions.of(sample.rulebook());
    this.size = sample.size();
    this.overall = new RankRuns(size, terms.runs());
    this.inStage = new RankRuns(size, terms.runs());
  }

  Robustness run() {
    double[] totals = new double[size];
    columns.rank(0, sample.totals(), places);
    int[] published = places.overall().clone();
    int[] publishedInStage = places.inStage().clone();
    List<Shift> shifts = terms.choices() ? shifts(published, totals) : List.of();
    var draw = new Draw(sample.rulebook(), nominal, terms);
    int[] readings = new int[terms.runs()];
    for (int run = 0; run < terms.runs(); run++) {
      draw.next();
      readings[run] = terms.choices() ? draw.reading(columns.readings()) : 0;
      columns.totals(draw.assumptions(), readings[run], totals);
      columns.rank(readings[run], totals, places);
      overall.add(run, places.overall());
      inStage.add(run, places.inStage());
    }
    RankShares shares = shares(readings, published);
    List<RankBand> bands = bands(published, publishedInStage);
    double width =
        bands.stream().mapToInt(b -> b.overall().high() - b.overall().low()).average().orElse(0);
    return new Robustness(
        terms,
        choices(shifts, shares),
        shares.all(),
        Vectors.round(width),
        stable(published),
        bands);
  }

  private RankShares shares(int[] readings, int[] published) {
    var shares = new RankShares(readings, columns.readings());
    for (int e = 0; e < size; e++) {
      if (published[e] > 0) {
        shares.add(published[e], overall.of(e));
      }
    }
    return shares;
  }

  private List<Choice> choices(List<Shift> shifts, RankShares shares) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      Alternative made = sample.alternatives().get(i);
      Shift shift = shifts.get(i);
      choices.add(new Choice(made.id(), made.text(), shift.mean(), shift.most(), shares.of(i + 1)));
    }
    return choices;
  }

  /** The effect of each choice alone, on those who are ranked. */
  private List<Shift> shifts(int[] published, double[] totals) {
    List<Shift> shifts = new ArrayList<>();
    for (int reading = 1; reading < columns.readings(); reading++) {
      columns.totals(nominal, reading, totals);
      columns.rank(reading, totals, places);
      shifts.add(Shift.between(published, places.overall()));
    }
    return shifts;
  }

  private double stable(int[] published) {
    int best =
        ((int) Arrays.stream(published).filter(rank -> rank > 0).count() + TENTH - 1) / TENTH;
    int among = 0;
    int staying = 0;
    for (int e = 0; e < size; e++) {
      if (published[e] > 0 && published[e] <= best) {
        among++;
        long runs = Arrays.stream(overall.of(e)).filter(rank -> rank <= best).count();
        staying += runs >= HIGH * terms.runs() ? 1 : 0;
      }
    }
    return among == 0 ? 0 : Vectors.round((double) staying / among);
  }

  private List<RankBand> bands(int[] published, int[] publishedInStage) {
    List<RankBand> bands = new ArrayList<>(size);
    for (int e = 0; e < size; e++) {
      SampledRow row = sample.rows().get(e);
      if (published[e] == 0) {
        continue;
      }
      bands.add(
          new RankBand(
              row.uscc(),
              sample.rulebook().stages().get(row.stage()).id(),
              overall.band(published[e], e),
              inStage.band(publishedInStage[e], e)));
    }
    bands.sort(
        Comparator.comparingInt((RankBand band) -> band.overall().rank())
            .thenComparing(RankBand::uscc));
    return bands;
  }

  /**
   * Random assumptions around the nominal ones; each draw overwrites the arrays of the one before.
   */
  private static final class Draw {
    private final SplittableRandom random;
    private final Terms terms;
    private final Assumptions nominal;
    private final Assumptions drawn;
    private final int[] category;
    private final double[] sums;
    private final double[] drawnSums;

    Draw(Rulebook rulebook, Assumptions nominal, Terms terms) {
      this.random = new SplittableRandom(terms.seed());
      this.terms = terms;
      this.nominal = nominal;
      this.drawn = Assumptions.of(rulebook);
      this.category = Assumptions.categories(rulebook);
      this.sums = new double[rulebook.categories().size()];
      this.drawnSums = new double[sums.length];
    }

    Assumptions assumptions() {
      return drawn;
    }

    void next() {
      points();
      for (int s = 0; s < nominal.weights().length; s++) {
        weights(nominal.weights()[s], drawn.weights()[s]);
        for (int i = 0; i < category.length; i++) {
          fullMark(s, i);
        }
      }
    }

    /** The rulebook's own reading in half of the runs, otherwise any of the others. */
    int reading(int readings) {
      return readings == 1 || random.nextBoolean() ? 0 : 1 + random.nextInt(readings - 1);
    }

    /** Varies the points within each category and keeps the category's sum. */
    private void points() {
      Arrays.fill(sums, 0);
      Arrays.fill(drawnSums, 0);
      for (int i = 0; i < category.length; i++) {
        drawn.full()[i] = nominal.full()[i] * factor(terms.weights());
        sums[category[i]] += nominal.full()[i];
        drawnSums[category[i]] += drawn.full()[i];
      }
      for (int i = 0; i < category.length; i++) {
        drawn.full()[i] *= sums[category[i]] / drawnSums[category[i]];
      }
    }

    private void weights(double[] from, double[] to) {
      double sum = 0;
      double drawnSum = 0;
      for (int c = 0; c < from.length; c++) {
        to[c] = from[c] * factor(terms.weights());
        sum += from[c];
        drawnSum += to[c];
      }
      for (int c = 0; c < from.length; c++) {
        to[c] *= sum / drawnSum;
      }
    }

    private void fullMark(int stage, int indicator) {
      double[] from = nominal.curves().values()[stage][indicator];
      double[] to = drawn.curves().values()[stage][indicator];
      double factor = factor(terms.fullMarks());
      if (from != null && to != null) {
        for (int knot = 0; knot < from.length; knot++) {
          to[knot] = from[knot] * factor;
        }
      }
    }

    private double factor(double spread) {
      return 1 + spread * (2 * random.nextDouble() - 1);
    }
  }
}
