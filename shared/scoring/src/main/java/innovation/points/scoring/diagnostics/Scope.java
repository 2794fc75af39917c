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
 * @param histogram of the totals, ten points per bin, from the first occupied bin to the last
 * @param adjustment effective weight of deductions, bonus and decay together; null where all totals
 *     are equal
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
   * A bin of the histogram.
   *
   * @param from lower edge, inclusive
   * @param below upper edge, exclusive
   */
  public record Bin(double from, double below, int count) {}

  /**
   * A category.
   *
   * @param scores before weighting
   * @param nominal its mean share of all weighted points
   * @param effective its share of the variation of the totals: covariance with the total over the
   *     total's variance. The categories and {@link Scope#adjustment} add up to 1
   * @param correlation of its score with the total
   * @param alpha Cronbach's α of the points of its indicators: near 1 where they move together;
   *     null where they do not vary
   * @param firstComponent share of the variance of its indicators (standardized) along the one
   *     direction that explains most; null where fewer than two vary
   */
  public record CategoryFigures(
      String id,
      String name,
      @Nullable Distribution scores,
      double nominal,
      @Nullable Double effective,
      @Nullable Double correlation,
      @Nullable Double alpha,
      @Nullable Double firstComponent) {}

  /**
   * An indicator.
   *
   * @param coverage share of the enterprises with a known value
   * @param atZero share of all enterprises that earn no points
   * @param atFull share of all enterprises that earn full points
   * @param values the known values, in the indicator's unit
   * @param points of all enterprises
   * @param nominal its mean share of all weighted points
   * @param effective as for a category
   * @param correlation of its points with the total
   * @param without the ranks without the indicator
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
   * The ranks without an indicator, whose points are distributed to the others of its category.
   *
   * @param meanShift in places
   * @param mostShift in places
   * @param correlation Spearman's, between the totals with and without the indicator
   */
  public record Sensitivity(double meanShift, int mostShift, @Nullable Double correlation) {}
}
