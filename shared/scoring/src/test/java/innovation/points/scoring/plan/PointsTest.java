package innovation.points.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.CaseFile;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The curves of the rulebook against {@code curves/points.yaml}, worked by hand. */
class PointsTest {
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");

  @TestFactory
  Stream<DynamicTest> everyIndicatorHasItsCurve() throws IOException {
    Map<String, Object> table =
        new Yaml().load(Files.readString(Path.of("src/test/resources/curves/points.yaml")));
    List<Indicator> indicators = RULEBOOK.indicators();
    assertThat(table.keySet())
        .containsExactlyElementsOf(indicators.stream().map(Indicator::id).toList());
    return indicators.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id(), () -> check(one, CaseFile.map(table.get(one.id())))));
  }

  private static void check(Indicator indicator, Map<?, ?> byStage) {
    for (int stage = 0; stage < RULEBOOK.stages().size(); stage++) {
      Stage of = RULEBOOK.stages().get(stage);
      Map<?, ?> expected = CaseFile.map(byStage.get(byStage.containsKey("all") ? "all" : of.id()));
      assertThat(expected).as(of.id()).isNotEmpty();
      int place = stage;
      expected.forEach(
          (value, earned) ->
              assertThat(at(indicator, place, ((Number) value).doubleValue()))
                  .as("%s %s at %s", indicator.id(), of.id(), value)
                  .isCloseTo(((Number) earned).doubleValue(), within(1e-12)));
    }
  }

  @Test
  void baseThatIsNotPositiveEarnsNothing() {
    for (Indicator indicator : RULEBOOK.indicators()) {
      assertThat(at(indicator, 0, Outcome.NO_BASE)).isZero();
    }
  }

  /** The points of one value. */
  static double at(Indicator indicator, int stage, double value) {
    Assumptions own = Assumptions.of(RULEBOOK);
    int i = RULEBOOK.indicators().indexOf(indicator);
    double[] sum = new double[1];
    Points.add(
        new double[] {value},
        value,
        0,
        1,
        own.full()[i],
        own.curves().values()[stage][i],
        own.curves().shares()[stage][i],
        sum);
    return sum[0];
  }
}
