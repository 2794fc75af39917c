package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of ranked enterprises.
 *
 * @param stage id; null for all together
 * @param totals as published; null without any
 * @param normality of the totals; null for fewer than 20
 * @param histogram of the totals, ten points a bin, from the first that has any to the last
 * @param adjustment effective weight of what is not an indicator: deductions, bonus and decay; null
 *     where all totals are equal
 */
public record Scope(
    @Nullable String stage,
    String name,
    int enterprises,
    @Nullable Distribution totals,
    @Nullable Normality normality,
    @Nullable Discrimination discrimination,
    List<Bin> histogram,
    List<CategoryFigures> categories,
    @Nullable Double adjustment,
    List<IndicatorFigures> indicators,
    Correlations correlations) {

  public Scope {
    histogram = List.copyOf(histogram);
    categories = List.copyOf(categories);
    indicators = List.copyOf(indicators);
  }

  /**
   * A bar.
   *
   * @param from in
   * @param below out
   */
  public record Bin(double from, double below, int count) {}

  /**
   * A category.
   *
   * @param scores before weighing
   * @param nominal its mean share of all weighted points
   * @param effective its share of the differences in the totals: covariance with the total over the
   *     total's variance; with the other categories and {@link Scope#adjustment} 1 altogether
   * @param correlation of its score with the total
   */
  public record CategoryFigures(
      String id,
      String name,
      @Nullable Distribution scores,
      double nominal,
      @Nullable Double effective,
      @Nullable Double correlation) {}

  /**
   * An indicator.
   *
   * @param coverage share of the enterprises with a known value
   * @param atZero share of all that earn nothing
   * @param atFull share of all that earn full points
   * @param values in the indicator's unit, of those that have one
   * @param points earned, by all
   * @param nominal its mean share of all weighted points
   * @param effective as for a category
   * @param correlation of its points with the total
   * @param without what the ranks would be without it
   */
  public record IndicatorFigures(
      String id,
      String name,
      String category,
      String unit,
      double coverage,
      double atZero,
      double atFull,
      @Nullable Distribution values,
      @Nullable Distribution points,
      @Nullable Discrimination discrimination,
      double nominal,
      @Nullable Double effective,
      @Nullable Double correlation,
      Sensitivity without) {}

  /**
   * What the ranks would be without an indicator, its points given to the others of its category.
   *
   * @param meanShift in places
   * @param mostShift in places
   * @param correlation Spearman's, of the totals with and without
   */
  public record Sensitivity(double meanShift, int mostShift, @Nullable Double correlation) {}
}
