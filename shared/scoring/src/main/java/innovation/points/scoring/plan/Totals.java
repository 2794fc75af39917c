package innovation.points.scoring.plan;

import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Total;
import java.util.Arrays;

/**
 * From the points of indicators to totals, column by column, in the rulebook's order (rules §7).
 */
public final class Totals {

  private Totals() {}

  /**
   * Sums the points of all indicators by category.
   *
   * @param stage its index in the rulebook
   * @param values by indicator
   * @param missing by indicator, whether any of the values may be missing
   * @param categories the sums, by category; overwritten
   */
  public static void categories(
      Assumptions by,
      int[] category,
      int stage,
      double[][] values,
      boolean[] missing,
      int from,
      int to,
      double[][] categories) {
    for (double[] sums : categories) {
      Arrays.fill(sums, from, to, 0);
    }
    for (int i = 0; i < category.length; i++) {
      add(by, stage, i, values[i], missing[i], from, to, categories[category[i]]);
    }
  }

  /** Adds the points of one indicator. */
  static void add(
      Assumptions by,
      int stage,
      int indicator,
      double[] values,
      boolean missing,
      int from,
      int to,
      double[] sums) {
    Points.add(
        values,
        missing,
        from,
        to,
        by.full()[indicator],
        by.curves().values()[stage][indicator],
        by.curves().shares()[stage][indicator],
        sums);
  }

  /**
   * Scales the sums of each category up from the points that are known to those of the category
   * (for a rulebook whose coverage rescales); a category of which nothing is known stays 0.
   *
   * @param full the points of each category
   * @param known room for a number a row
   * @param categories the sums; overwritten
   */
  public static void rescale(
      Assumptions by,
      int[] category,
      double[] full,
      double[][] values,
      boolean[] missing,
      int from,
      int to,
      double[] known,
      double[][] categories) {
    for (int c = 0; c < categories.length; c++) {
      Arrays.fill(known, from, to, 0);
      for (int i = 0; i < category.length; i++) {
        if (category[i] == c) {
          double points = by.full()[i];
          for (int row = from; row < to; row++) {
            known[row] += missing[i] && Double.isNaN(values[i][row]) ? 0 : points;
          }
        }
      }
      for (int row = from; row < to; row++) {
        // Where all is known, nothing is scaled, to the last bit.
        if (known[row] > 0 && known[row] < full[c]) {
          categories[c][row] *= full[c] / known[row];
        }
      }
    }
  }

  /** The mean of the categories by their weights. */
  public static void weigh(
      Total.Mean mean,
      double[] weights,
      double[][] categories,
      int from,
      int to,
      double[] weighted) {
    switch (mean) {
      case ARITHMETIC -> add(weights, categories, from, to, weighted);
      case GEOMETRIC -> multiply(weights, categories, from, to, weighted);
    }
  }

  private static void multiply(
      double[] weights, double[][] categories, int from, int to, double[] weighted) {
    Arrays.fill(weighted, from, to, 1);
    for (int c = 0; c < weights.length; c++) {
      double[] points = categories[c];
      for (int i = from; i < to; i++) {
        weighted[i] *= Math.pow(points[i], weights[c]);
      }
    }
  }

  private static void add(
      double[] weights, double[][] categories, int from, int to, double[] weighted) {
    Arrays.fill(weighted, from, to, 0);
    for (int c = 0; c < weights.length; c++) {
      double weight = weights[c];
      double[] points = categories[c];
      for (int i = from; i < to; i++) {
        weighted[i] += weight * points[i];
      }
    }
  }

  /**
   * The totals.
   *
   * @param deducted at least 0
   * @param decay the product of the decays
   */
  public static void of(
      Total total,
      double[] weighted,
      double[] deducted,
      double[] added,
      double[] decay,
      int from,
      int to,
      double[] totals) {
    Arrays.fill(totals, from, to, 0);
    for (Total.Step step : total.steps()) {
      switch (step) {
        case WEIGH -> System.arraycopy(weighted, from, totals, from, to - from);
        case DEDUCT -> {
          for (int i = from; i < to; i++) {
            totals[i] -= deducted[i];
          }
        }
        case ADD_BONUS -> {
          for (int i = from; i < to; i++) {
            totals[i] += added[i];
          }
        }
        case FLOOR -> {
          double floor = total.floor();
          for (int i = from; i < to; i++) {
            totals[i] = Math.max(floor, totals[i]);
          }
        }
        case DECAY -> {
          for (int i = from; i < to; i++) {
            totals[i] *= decay[i];
          }
        }
        case ROUND -> {
          int places = total.places();
          for (int i = from; i < to; i++) {
            totals[i] = Rounding.halfEven(totals[i], places);
          }
        }
      }
    }
  }
}
