package innovation.points.scoring.diagnostics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.diagnostics.statistics.Cohesion;
import innovation.points.scoring.diagnostics.statistics.Correlation;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  /** Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973), table. */
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final double[][] Y = {
    {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68},
    {9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74},
    {7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73}
  };

  /** Michelson's 20 of 1879, first experiment: speed of light in km/s less 299 000. */
  private static final double[] MICHELSON = {
    850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000,
    960, 960
  };

  @Test
  void agreesWithAnscombesTable() {
    for (double[] y : Y) {
      assertThat(Correlation.pearson(X, y)).isCloseTo(0.816, within(0.0005));
      Distribution distribution = requireNonNull(Distribution.of(y));
      assertThat(distribution.mean()).isCloseTo(7.5, within(0.005));
      assertThat(requireNonNull(distribution.deviation())).isCloseTo(2.031, within(0.002));
    }
    assertThat(Distribution.of(X))
        .isEqualTo(new Distribution(11, 9, 3.3166, 4, 6.5, 9, 11.5, 14, 0.0, -1.22));
  }

  @Test
  void agreesWithPublishedSpeedsOfLight() {
    // Mean and standard deviation as printed with the Michelson data in R's "morley".
    Distribution distribution = requireNonNull(Distribution.of(MICHELSON));
    assertThat(distribution.mean()).isEqualTo(909);
    assertThat(requireNonNull(distribution.deviation())).isCloseTo(104.93, within(0.005));
    // scipy.stats.skew, kurtosis and normaltest of the same 20.
    assertThat(distribution.skewness()).isEqualTo(-0.8907);
    assertThat(distribution.kurtosis()).isEqualTo(0.1539);
    assertThat(Normality.of(MICHELSON))
        .isEqualTo(new Normality("D'Agostino–Pearson K²", 4.1085, 0.1282, true));
  }

  @Test
  void doesNotTestFewForNormality() {
    assertThat(Normality.of(Arrays.copyOf(MICHELSON, 19))).isNull();
  }

  @Test
  void hasNoShapeWhereNothingVaries() {
    double[] same = new double[25];
    Arrays.fill(same, 0.1);
    Distribution distribution = requireNonNull(Distribution.of(same));
    assertThat(distribution.skewness()).isNull();
    assertThat(distribution.kurtosis()).isNull();
    assertThat(distribution.deviation()).isZero();
    assertThat(Normality.of(same)).isNull();
    assertThat(Correlation.pearson(same, same)).isNaN();
  }

  @Test
  void knowsNothingOfNobody() {
    assertThat(Distribution.of(new double[0])).isNull();
    assertThat(Discrimination.of(new double[0])).isNull();
    assertThat(requireNonNull(Distribution.of(new double[] {5})).deviation()).isNull();
  }

  @Test
  void discriminatesBetweenAllAlikeAndOneWithAll() {
    assertThat(Discrimination.of(new double[] {3, 3, 3, 3})).isEqualTo(new Discrimination(0, 0, 1));
    assertThat(Discrimination.of(new double[] {0, 0, 0, 9}))
        .isEqualTo(new Discrimination(0.5, 0.75, 0));
    // (1, 2, 3, 4): Σ|xi − xj| / (2 n² mean) = 20 / 80.
    assertThat(requireNonNull(Discrimination.of(new double[] {4, 2, 1, 3})).gini()).isEqualTo(0.25);
  }

  /** Nobody differs among those at zero: 5 of 100 make 0.0960 of the pairs differ, however far. */
  @Test
  void whatNearlyAllHaveInCommonTellsFewApart() {
    double[] few = new double[100];
    Arrays.fill(few, 0, 5, 9);
    Discrimination rare = requireNonNull(Discrimination.of(few));
    assertThat(rare.differing()).isEqualTo(0.096);
    assertThat(rare.gini()).isEqualTo(0.95);
    assertThat(requireNonNull(Discrimination.of(new double[] {0.1 + 0.2, 0.3, 1})).differing())
        .isEqualTo(0.6667);
  }

  @Test
  void aProbabilityIsNeverZero() {
    double[] far = new double[2_000];
    far[0] = 1e9;
    assertThat(requireNonNull(Normality.of(far)).p()).isPositive().isLessThan(1e-10);
  }

  /** α of (1 2 3), (2 4 6): 2 × (1 − (1 + 4) / 9); both lie on one line. */
  @Test
  void indicatorsThatMoveTogetherMeasureOneThing() {
    double[][] together = {{1, 2, 3}, {2, 4, 6}};
    assertThat(Cohesion.alpha(together)).isCloseTo(8.0 / 9, within(1e-12));
    assertThat(Cohesion.firstComponent(together)).isCloseTo(1, within(1e-9));
    double[][] apart = {{1, 2, 3, 4}, {1, -1, -1, 1}};
    assertThat(Cohesion.firstComponent(apart)).isCloseTo(0.5, within(1e-9));
    assertThat(Cohesion.alpha(new double[][] {{1, 2, 3}})).isNaN();
    assertThat(Cohesion.firstComponent(new double[][] {{1, 1, 1}, {1, 2, 3}})).isNaN();
  }

  @Test
  void sharesTheMeanPlaceAmongEqualFigures() {
    assertThat(Correlation.ranks(new double[] {5, 1, 5, 3})).containsExactly(3.5, 1, 3.5, 2);
  }
}
