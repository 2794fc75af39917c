package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.statistics.Correlation;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Correlations between the points of the indicators, over the enterprises where both values are
 * known.
 *
 * @param indicators the ids, for rows and columns
 * @param pearson null where there are fewer than 3 enterprises or one of the two does not vary
 * @param spearman as {@code pearson}, over ranks; equal points share the mean rank
 * @param redundant highly correlated pairs: either coefficient is at least 0.8 over at least 20
 *     enterprises; the highest first
 */
public record Correlations(
    List<String> indicators,
    List<List<@Nullable Double>> pearson,
    List<List<@Nullable Double>> spearman,
    List<Pair> redundant) {

  private static final int LEAST = 3;
  private static final int LEAST_TO_NAME = 20;
  private static final double CLOSE = 0.8;
  private static final int TIED_PLACES = 6;

  public Correlations {
    indicators = List.copyOf(indicators);
    redundant = List.copyOf(redundant);
  }

  /** Two highly correlated indicators. */
  public record Pair(
      String first, String second, int enterprises, double pearson, double spearman) {
    double closest() {
      return Math.max(Math.abs(pearson), Math.abs(spearman));
    }
  }

  static Correlations of(Sample sample) {
    return new Matrices(sample).correlations();
  }

  private static final class Matrices {
    private final List<Indicator> indicators;
    private final double[][] points;
    private final double[][] ranks;
    private final double[][] pearson;
    private final double[][] spearman;
    private final List<Pair> pairs = new ArrayList<>();

    Matrices(Sample sample) {
      this.indicators = sample.rulebook().indicators();
      int size = indicators.size();
      this.points = new double[size][];
      this.ranks = new double[size][];
      this.pearson = new double[size][size];
      this.spearman = new double[size][size];
      for (int i = 0; i < size; i++) {
        points[i] = known(sample, i);
        ranks[i] = whole(points[i]) ? Correlation.ranks(points[i]) : new double[0];
      }
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          pair(i, j);
        }
      }
    }

    /**
     * The points, NaN where the value is missing; rounded, so that points that differ only in the
     * last bits (12 of 30, 30 of 75) are ties.
     */
    private static double[] known(Sample sample, int indicator) {
      double[] values = sample.values(indicator);
      double[] points = sample.points(indicator);
      for (int e = 0; e < points.length; e++) {
        points[e] =
            Double.isNaN(values[e]) ? Double.NaN : Rounding.halfEven(points[e], TIED_PLACES);
      }
      return points;
    }

    private static boolean whole(double[] points) {
      return Arrays.stream(points).noneMatch(Double::isNaN);
    }

    private void pair(int i, int j) {
      boolean whole = ranks[i].length > 0 && ranks[j].length > 0;
      double[] x = whole ? points[i] : both(points[i], points[j]);
      double[] y = whole ? points[j] : both(points[j], points[i]);
      double linear = x.length < LEAST ? Double.NaN : Correlation.pearson(x, y);
      double monotone =
          Double.isNaN(linear)
              ? Double.NaN
              : Correlation.pearson(
                  whole ? ranks[i] : Correlation.ranks(x), whole ? ranks[j] : Correlation.ranks(y));
      pearson[i][j] = linear;
      pearson[j][i] = linear;
      spearman[i][j] = monotone;
      spearman[j][i] = monotone;
      if (i != j && x.length >= LEAST_TO_NAME && Double.isFinite(linear)) {
        name(i, j, x.length, linear, monotone);
      }
    }

    private static double[] both(double[] of, double[] other) {
      double[] known = new double[of.length];
      int size = 0;
      for (int e = 0; e < of.length; e++) {
        if (!Double.isNaN(of[e]) && !Double.isNaN(other[e])) {
          known[size++] = of[e];
        }
      }
      return Arrays.copyOf(known, size);
    }

    private void name(int i, int j, int enterprises, double linear, double monotone) {
      var pair =
          new Pair(
              indicators.get(i).id(),
              indicators.get(j).id(),
              enterprises,
              Vectors.round(linear),
              Vectors.round(monotone));
      if (pair.closest() >= CLOSE) {
        pairs.add(pair);
      }
    }

    Correlations correlations() {
      pairs.sort((a, b) -> Double.compare(b.closest(), a.closest()));
      return new Correlations(
          indicators.stream().map(Indicator::id).toList(), rows(pearson), rows(spearman), pairs);
    }

    private static List<List<@Nullable Double>> rows(double[][] matrix) {
      List<List<@Nullable Double>> rows = new ArrayList<>();
      for (double[] line : matrix) {
        List<@Nullable Double> row = new ArrayList<>();
        for (double cell : line) {
          row.add(Vectors.optional(cell));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return Collections.unmodifiableList(rows);
    }
  }
}
