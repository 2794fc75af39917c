package innovation.points.store.scores;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tuned reference of the benchmark: from figures and counted items, given in columns by stage,
 * to totals and ranks, in flat loops over blocks that stay in the cache, ranks counted rather than
 * sorted. It knows no missing value, no coverage, no reason and no rule beyond arithmetic; its
 * totals are those of the plan, which the benchmark checks.
 */
final class TunedLoop {

  private static final int BLOCK = 2_048;

  private final int[] category;
  private final double[] full;
  private final double[][] weights;
  private final double[][][] knots;
  private final double[][][] shares;

  /** By indicator, what its value is computed from. */
  private final Recipe[] recipes;

  /** Figures of the year and of years before, and the values of indicators of items. */
  private final List<Object> columns = new ArrayList<>();

  /** A figure, the growth over the second, or the first in percent of the mean of the others. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Recipe(char kind, int first, int second, int third) {}

  TunedLoop(Rulebook rulebook) {
    List<String> ids = rulebook.categories().stream().map(Rulebook.Category::id).toList();
    List<Indicator> indicators = rulebook.indicators();
    this.category = indicators.stream().mapToInt(one -> ids.indexOf(one.category())).toArray();
    this.full = indicators.stream().mapToDouble(Indicator::points).toArray();
    this.recipes = indicators.stream().map(this::recipe).toArray(Recipe[]::new);
    int stages = rulebook.stages().size();
    this.weights = new double[stages][ids.size()];
    this.knots = new double[stages][indicators.size()][];
    this.shares = new double[stages][indicators.size()][];
    for (int s = 0; s < stages; s++) {
      Rulebook.Stage stage = rulebook.stages().get(s);
      for (int c = 0; c < ids.size(); c++) {
        weights[s][c] = stage.weights().getOrDefault(ids.get(c), 0.0);
      }
      for (int i = 0; i < indicators.size(); i++) {
        Curve curve = indicators.get(i).curves().get(stage.id());
        if (curve != null) {
          knots[s][i] = curve.knots().stream().mapToDouble(Curve.Knot::value).toArray();
          shares[s][i] = curve.knots().stream().mapToDouble(Curve.Knot::share).toArray();
        }
      }
    }
  }

  private Recipe recipe(Indicator indicator) {
    return switch (indicator.formula()) {
      case Formula.Amount(Quantity.Figure of) -> new Recipe('f', column(of), 0, 0);
      case Formula.Growth(Rulebook.Field of, boolean _) ->
          new Recipe(
              'g', column(new Quantity.Figure(of, 0)), column(new Quantity.Figure(of, 1)), 0);
      case Formula.Ratio(Quantity part, Quantity whole, var _) ->
          whole instanceof Quantity.Mean(List<Quantity> of)
              ? new Recipe(
                  'm', column(known(part)), column(known(of.get(0))), column(known(of.get(1))))
              : new Recipe('r', column(known(part)), column(known(whole)), 0);
      default -> new Recipe('f', column(indicator.id()), 0, 0);
    };
  }

  /** Nothing is missing in the zone: the first is known. */
  private static Quantity.Figure known(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Figure figure -> figure;
      case Quantity.FirstKnown(List<Quantity> of) -> known(of.getFirst());
      case Quantity.Mean(List<Quantity> of) -> known(of.getFirst());
    };
  }

  private int column(Object what) {
    if (!columns.contains(what)) {
      columns.add(what);
    }
    return columns.indexOf(what);
  }

  /** What the columns hold: a {@link Quantity.Figure}, or the id of an indicator. */
  List<Object> columns() {
    return columns;
  }

  private double[] values(int indicator, double[][] given, int from, int to, double[] out) {
    Recipe recipe = recipes[indicator];
    double[] a = given[recipe.first()];
    double[] b = given[recipe.second()];
    double[] c = given[recipe.third()];
    switch (recipe.kind()) {
      case 'g' -> {
        for (int e = from; e < to; e++) {
          out[e - from] = b[e] <= 0 ? 0 : (a[e] - b[e]) / b[e] * 100;
        }
      }
      case 'r' -> {
        for (int e = from; e < to; e++) {
          out[e - from] = b[e] <= 0 ? 0 : a[e] / b[e] * 100;
        }
      }
      case 'm' -> {
        for (int e = from; e < to; e++) {
          double mean = (b[e] + c[e]) / 2;
          out[e - from] = mean <= 0 ? 0 : a[e] / mean * 100;
        }
      }
      default -> System.arraycopy(a, from, out, 0, to - from);
    }
    return out;
  }

  /** Enterprises of one stage in columns. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Zone(
      int stage,
      int size,
      double[][] values,
      double[] deducted,
      double[] added,
      double[] decay,
      double[] totals,
      int[] overall,
      int[] inStage) {}

  void run(List<Zone> zones) {
    double[][] sums = new double[weights[0].length][BLOCK];
    double[] buffer = new double[BLOCK];
    for (Zone zone : zones) {
      for (int from = 0; from < zone.size(); from += BLOCK) {
        block(zone, from, Math.min(zone.size(), from + BLOCK), sums, buffer);
      }
    }
    ranks(zones);
  }

  private void block(Zone zone, int from, int to, double[][] sums, double[] buffer) {
    for (double[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    for (int i = 0; i < category.length; i++) {
      double[] x = knots[zone.stage()][i];
      double[] sum = sums[category[i]];
      double[] values = values(i, zone.values(), from, to, buffer);
      double points = full[i];
      if (x == null) {
        for (int e = from; e < to; e++) {
          sum[e - from] += points * values[e - from];
        }
      } else if (x.length == 2) {
        double low = x[0];
        double width = x[1] - low;
        for (int e = from; e < to; e++) {
          sum[e - from] += points * Math.min(1, Math.max(0, (values[e - from] - low) / width));
        }
      } else {
        double[] y = shares[zone.stage()][i];
        int last = x.length - 1;
        for (int e = from; e < to; e++) {
          double value = values[e - from];
          double share;
          if (value >= x[last]) {
            share = y[last];
          } else if (value <= x[0]) {
            share = y[0];
          } else {
            int k = 1;
            while (value >= x[k]) {
              k++;
            }
            share = y[k - 1] + (value - x[k - 1]) / (x[k] - x[k - 1]) * (y[k] - y[k - 1]);
          }
          sum[e - from] += points * share;
        }
      }
    }
    double[] w = weights[zone.stage()];
    for (int e = from; e < to; e++) {
      double weighted = 0;
      for (int c = 0; c < w.length; c++) {
        weighted += w[c] * sums[c][e - from];
      }
      double total = Math.max(0, weighted - zone.deducted()[e] + zone.added()[e]) * zone.decay()[e];
      zone.totals()[e] = Math.rint(total * 100) / 100;
    }
  }

  private static void ranks(List<Zone> zones) {
    int[] all = new int[20_002];
    for (Zone zone : zones) {
      int[] own = new int[20_002];
      for (int e = 0; e < zone.size(); e++) {
        own[(int) Math.round(zone.totals()[e] * 100)]++;
      }
      for (int t = 0; t < own.length; t++) {
        all[t] += own[t];
      }
      above(own);
      for (int e = 0; e < zone.size(); e++) {
        zone.inStage()[e] = own[(int) Math.round(zone.totals()[e] * 100)] + 1;
      }
    }
    above(all);
    for (Zone zone : zones) {
      for (int e = 0; e < zone.size(); e++) {
        zone.overall()[e] = all[(int) Math.round(zone.totals()[e] * 100)] + 1;
      }
    }
  }

  private static void above(int[] counts) {
    int above = 0;
    for (int t = counts.length - 1; t >= 0; t--) {
      int here = counts[t];
      counts[t] = above;
      above += here;
    }
  }
}
