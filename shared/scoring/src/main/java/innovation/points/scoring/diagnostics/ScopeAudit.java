package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.Scope.Bin;
import innovation.points.scoring.diagnostics.Scope.CategoryFigures;
import innovation.points.scoring.diagnostics.Scope.IndicatorFigures;
import innovation.points.scoring.diagnostics.Scope.Sensitivity;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledPlaces;
import innovation.points.scoring.diagnostics.sample.SampledPlaces.Shift;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Cohesion;
import innovation.points.scoring.diagnostics.statistics.Correlation;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Moments;
import innovation.points.scoring.diagnostics.statistics.Normality;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Audits one group of ranked enterprises. Not thread-safe. */
final class ScopeAudit {
  private static final double BIN = 10;

  private final Sample sample;
  private final @Nullable String stage;
  private final String name;
  private final Rulebook rulebook;
  private final Assumptions nominal;
  private final int[] category;
  private final double[] totals;
  private final double variance;
  private final SampleColumns columns;
  private final SampledPlaces places;
  private final int[] ranks;
  private final double[] totalRanks;

  ScopeAudit(Sample sample, @Nullable String stage, String name) {
    this.sample = sample;
    this.stage = stage;
    this.name = name;
    this.rulebook = sample.rulebook();
    this.nominal = Assumptions.of(rulebook);
    this.category = Assumptions.categories(rulebook);
    this.totals = sample.totals();
    this.variance = sample.size() == 0 ? 0 : Moments.of(totals).second();
    this.columns = new SampleColumns(sample);
    this.places = new SampledPlaces(sample);
    places.rank(totals);
    this.ranks = places.overall().clone();
    this.totalRanks = Correlation.ranks(totals);
  }

  Scope scope() {
    List<IndicatorFigures> indicators =
        IntStream.range(0, category.length).mapToObj(this::indicator).toList();
    List<CategoryFigures> categories =
        IntStream.range(0, rulebook.categories().size()).mapToObj(this::category).toList();
    return new Scope(
        stage,
        name,
        sample.size(),
        Distribution.of(totals),
        Normality.of(totals),
        Discrimination.of(totals),
        histogram(),
        categories,
        effective(adjustments()),
        indicators,
        Correlations.of(sample));
  }

  private List<Bin> histogram() {
    List<Bin> bins = new ArrayList<>();
    if (totals.length > 0) {
      long first = bin(Arrays.stream(totals).min().orElseThrow());
      long last = bin(Arrays.stream(totals).max().orElseThrow());
      int[] counts = new int[(int) (last - first) + 1];
      for (double total : totals) {
        counts[(int) (bin(total) - first)]++;
      }
      for (int i = 0; i < counts.length; i++) {
        bins.add(new Bin((first + i) * BIN, (first + i + 1) * BIN, counts[i]));
      }
    }
    return bins;
  }

  private static long bin(double total) {
    return (long) Math.floor(total / BIN);
  }

  private CategoryFigures category(int place) {
    Category of = rulebook.categories().get(place);
    double[] scores = sample.categories(place);
    double[] weighted = new double[scores.length];
    for (int e = 0; e < scores.length; e++) {
      weighted[e] = weight(e, place) * scores[e];
    }
    return new CategoryFigures(
        of.id(),
        of.name(),
        Distribution.of(scores),
        nominal(place, of.points()),
        effective(weighted),
        correlation(scores),
        Vectors.optional(Cohesion.alpha(points(place))),
        Vectors.optional(Cohesion.firstComponent(points(place))));
  }

  /** The points of a category's indicators. */
  private double[][] points(int of) {
    return IntStream.range(0, category.length)
        .filter(i -> category[i] == of)
        .mapToObj(sample::points)
        .toArray(double[][]::new);
  }

  private IndicatorFigures indicator(int place) {
    Indicator of = rulebook.indicators().get(place);
    double[] values = sample.values(place);
    double[] points = sample.points(place);
    double[] weighted = new double[points.length];
    for (int e = 0; e < points.length; e++) {
      weighted[e] = weight(e, category[place]) * points[e];
    }
    double full = of.points();
    return new IndicatorFigures(
        of.id(),
        of.name(),
        of.category(),
        of.unit(),
        share(Arrays.stream(values).filter(value -> !Double.isNaN(value)).count()),
        share(Arrays.stream(points).filter(earned -> earned == 0).count()),
        share(Arrays.stream(points).filter(earned -> earned >= full).count()),
        Distribution.of(Arrays.stream(values).filter(Double::isFinite).toArray()),
        Distribution.of(points),
        Discrimination.of(points),
        nominal(category[place], full),
        effective(weighted),
        correlation(points),
        without(place));
  }

  private double share(long count) {
    return totals.length == 0 ? 0 : Vectors.round((double) count / totals.length);
  }

  private double weight(int e, int category) {
    return nominal.weights()[sample.rows().get(e).stage()][category];
  }

  /** The mean share of a category's points in the weighted points. */
  private double nominal(int of, double points) {
    double sum = 0;
    for (SampledRow row : sample.rows()) {
      double[] weights = nominal.weights()[row.stage()];
      double all = 0;
      for (int c = 0; c < weights.length; c++) {
        all += weights[c] * rulebook.categories().get(c).points();
      }
      sum += weights[of] * points / all;
    }
    return totals.length == 0 ? 0 : Vectors.round(sum / totals.length);
  }

  private @Nullable Double effective(double[] part) {
    return variance == 0 ? null : Vectors.optional(Correlation.covariance(part, totals) / variance);
  }

  private @Nullable Double correlation(double[] part) {
    return totals.length < 2 ? null : Vectors.optional(Correlation.pearson(part, totals));
  }

  /** The difference between each total and its weighted points. */
  private double[] adjustments() {
    double[] rest = totals.clone();
    for (int e = 0; e < rest.length; e++) {
      double[] categories = sample.rows().get(e).categories();
      for (int c = 0; c < categories.length; c++) {
        rest[e] -= weight(e, c) * categories[c];
      }
    }
    return rest;
  }

  private Sensitivity without(int place) {
    double[] full = nominal.full().clone();
    double all = rulebook.categories().get(category[place]).points();
    for (int i = 0; i < full.length; i++) {
      if (category[i] == category[place]) {
        full[i] *= all / (all - nominal.full()[place]);
      }
    }
    full[place] = 0;
    double[] changed = new double[totals.length];
    boolean alone = all == nominal.full()[place];
    Assumptions others = new Assumptions(full, nominal.weights(), nominal.curves());
    columns.totals(alone ? only(place) : others, 0, changed);
    places.rank(changed);
    Shift shift = Shift.between(ranks, places.overall());
    double correlation =
        totals.length < 2
            ? Double.NaN
            : Correlation.pearson(totalRanks, Correlation.ranks(changed));
    return new Sensitivity(shift.mean(), shift.most(), Vectors.optional(correlation));
  }

  /** For the only indicator of its category: no other can take its points. */
  private Assumptions only(int place) {
    double[] full = nominal.full().clone();
    full[place] = 0;
    return new Assumptions(full, nominal.weights(), nominal.curves());
  }
}
