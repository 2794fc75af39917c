package innovation.points.scoring.diagnostics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.diagnostics.Scope.IndicatorFigures;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * The golden zone's audit against what numpy and scipy make of it ({@code diagnostics/make.py}).
 */
class GoldenAuditTest {
  /** Answers are rounded to 4 places, and the points they were made from to 6. */
  private static final Offset<Double> ROUNDING = within(0.0002);

  private static Diagnostics diagnostics = new Diagnostics(0, "", "", none(), List.of(), List.of());
  private static Map<String, Object> expected = Map.of();

  private static Diagnostics.Population none() {
    return new Diagnostics.Population(0, 0, 0, true, "");
  }

  @BeforeAll
  static void audit() throws IOException {
    diagnostics = Diagnostics.of(DiagnosticSamples.of(DiagnosticSamples.golden()));
    expected =
        new Yaml()
            .load(Files.readString(Path.of("src/test/resources/diagnostics/golden-2025.yaml")));
  }

  @Test
  void speaksOfEveryRankedEnterprise() {
    assertThat(diagnostics.population())
        .isEqualTo(new Diagnostics.Population(104, 104, 103, true, ""));
    assertThat(diagnostics.scopes())
        .extracting(Scope::name)
        .containsExactly("全部", "成熟期", "扩张期", "成长期", "初创期");
  }

  @TestFactory
  Stream<DynamicTest> agreesOnEveryScope() {
    return diagnostics.scopes().stream()
        .map(scope -> DynamicTest.dynamicTest(scope.name(), () -> agree(scope)));
  }

  @Test
  void agreesOnEveryCorrelation() {
    Correlations correlations = diagnostics.scopes().getFirst().correlations();
    matrix(correlations.pearson(), (List<?>) part(expected, "all").get("pearson"));
    matrix(correlations.spearman(), (List<?>) part(expected, "all").get("spearman"));
  }

  private static void agree(Scope scope) {
    Map<String, Object> of = part(expected, scope.stage() == null ? "all" : scope.stage());
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(scope.enterprises()).isEqualTo(of.get("enterprises"));
    totals(softly, requireNonNull(scope.totals()), part(of, "totals"));
    Normality normality = scope.normality();
    if (normality == null) {
      softly.assertThat(of).doesNotContainKey("normality");
    } else {
      near(softly, "K²", normality.statistic(), part(of, "normality").get("statistic"));
      near(softly, "p", normality.p(), part(of, "normality").get("p"));
    }
    near(softly, "gini", requireNonNull(scope.discrimination()).gini(), of.get("gini"));
    near(softly, "entropy", scope.discrimination().entropy(), of.get("entropy"));
    near(softly, "adjustment", scope.adjustment(), of.get("adjustment"));
    scope
        .indicators()
        .forEach(one -> indicator(softly, one, part(part(of, "indicators"), one.id())));
    softly.assertAll();
  }

  private static void totals(SoftAssertions softly, Distribution found, Map<String, Object> of) {
    List<?> quartiles = (List<?>) requireNonNull(of.get("quartiles"));
    softly.assertThat(found.count()).isEqualTo(of.get("count"));
    near(softly, "mean", found.mean(), of.get("mean"));
    near(softly, "deviation", found.deviation(), of.get("deviation"));
    near(softly, "least", found.least(), quartiles.get(0));
    near(softly, "lower quartile", found.lowerQuartile(), quartiles.get(1));
    near(softly, "median", found.median(), quartiles.get(2));
    near(softly, "upper quartile", found.upperQuartile(), quartiles.get(3));
    near(softly, "most", found.most(), quartiles.get(4));
    near(softly, "skewness", found.skewness(), of.get("skewness"));
    near(softly, "kurtosis", found.kurtosis(), of.get("kurtosis"));
  }

  private static void indicator(
      SoftAssertions softly, IndicatorFigures found, Map<String, Object> of) {
    String id = found.id() + " ";
    near(softly, id + "coverage", found.coverage(), of.get("coverage"));
    near(softly, id + "at zero", found.atZero(), of.get("atZero"));
    near(softly, id + "at full", found.atFull(), of.get("atFull"));
    near(softly, id + "mean", requireNonNull(found.points()).mean(), of.get("mean"));
    Discrimination discrimination = found.discrimination();
    near(
        softly, id + "gini", discrimination == null ? null : discrimination.gini(), of.get("gini"));
    near(
        softly,
        id + "entropy",
        discrimination == null ? null : discrimination.entropy(),
        of.get("entropy"));
    near(softly, id + "nominal", found.nominal(), of.get("nominal"));
    near(softly, id + "effective", found.effective(), of.get("effective"));
    near(softly, id + "correlation", found.correlation(), of.get("correlation"));
    near(softly, id + "mean shift", found.without().meanShift(), of.get("meanShift"));
    near(softly, id + "rank correlation", found.without().correlation(), of.get("rankCorrelation"));
  }

  private static void matrix(List<List<@Nullable Double>> found, @Nullable List<?> of) {
    SoftAssertions softly = new SoftAssertions();
    List<?> rows = requireNonNull(of);
    softly.assertThat(found).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      List<?> row = (List<?>) rows.get(i);
      for (int j = 0; j < row.size(); j++) {
        near(softly, i + " with " + j, found.get(i).get(j), row.get(j));
      }
    }
    softly.assertAll();
  }

  private static void near(
      SoftAssertions softly, String what, @Nullable Double found, @Nullable Object of) {
    if (of instanceof Number number) {
      softly.assertThat(found).as(what).isNotNull();
      softly
          .assertThat(found == null ? Double.NaN : found)
          .as(what)
          .isCloseTo(number.doubleValue(), ROUNDING);
    } else {
      softly.assertThat(found).as(what).isNull();
    }
  }

  @SuppressWarnings("unchecked") // YAML
  private static Map<String, Object> part(Map<String, Object> of, String key) {
    return (Map<String, Object>) requireNonNull(of.get(key), key);
  }
}
