package innovation.points.scoring.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.library.Rulebooks;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingPointsTest {

  private final TellingPoints telling =
      TellingPoints.of(Rulebooks.builtIn().getFirst().inYear(2025));

  /**
   * 营业收入 earns 12 of the 100 points of 成长经营指标, all of them from 2000 万元 on in 成长期, which ends below
   * 2000 万元: with 98.8 points at least 90 % of the 12 are earned, which is 1800 万元.
   */
  @ParameterizedTest
  @CsvSource({
    "growth, 98.79, false",
    "growth, 98.81, true",
    "growth, 100, true",
    // Full from 500 万元 on, while the stage ends below 2000.
    "startup, 100, false",
    // From 10000 万元 on, of which 40 % of the points are earned: 5 points leave up to 11250.
    "mature, 5.07, false",
    "mature, 5.05, true",
    "expansion, 50, false"
  })
  void pointsNearAnEndTellAFigureThatTheStageBounds(String stage, double points, boolean tells) {
    Map<String, Double> categories =
        Map.of("technology", 97.0, "growth", points, "auxiliary", 69.9);
    assertThat(telling.tell(stage, categories)).isEqualTo(tells);
  }
}
