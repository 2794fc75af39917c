package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.facts.ScoredFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsCodecTest {

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final FieldsRead READS = Plan.of(RULEBOOK).reads();
  private static final Scorer SCORER = new Scorer(RULEBOOK);

  private static ScoringInput again(ScoringInput input) {
    return ScoredFacts.of(input, READS).input(input.facts().uscc(), input.year());
  }

  private static ScoringInput input(EnterpriseFacts facts) {
    return new ScoringInput(
        BenchmarkZone.YEAR,
        facts,
        BenchmarkZone.DELIVERIES,
        Map.of(2024, "growth", 2022, "startup"));
  }

  @Test
  void storedFactsGiveTheSameScoreAndTheSameTrace() {
    for (int number = 0; number < 2_000; number++) {
      ScoringInput input = input(BenchmarkZone.enterprise(number));
      Evaluation evaluation = SCORER.score(input);

      assertThat(Traces.detail(SCORER.score(again(input)))).isEqualTo(Traces.detail(evaluation));
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        -1,
        0.01,
        -0.07,
        0.1 + 0.2,
        123456789.12,
        1e15,
        -1e15,
        1e300,
        4.9e-324,
        1.005,
        1L << 50,
        (1L << 50) - 0.01,
        1.7976931348623157e308
      })
  void everyAmountComesBackToTheLastBit(double amount) {
    var source = new Source("uploads/tax/operations/2025/a.csv", "v1", 70_000);
    var year =
        new YearFacts(Map.of("revenue", new Fact(Value.of(amount), source)), Set.of("operations"));
    var read =
        again(input(new EnterpriseFacts("x", Map.of(BenchmarkZone.YEAR, year), Map.of())))
            .facts()
            .year(BenchmarkZone.YEAR);

    assertThat(read).isEqualTo(year);
  }

  @Test
  void factsThatCannotDecideAreNotStored() {
    ScoringInput input = input(BenchmarkZone.enterprise(1));
    var years = new HashMap<>(input.facts().years());
    years.put(BenchmarkZone.YEAR + 1, input.facts().year(BenchmarkZone.YEAR));
    var more = new EnterpriseFacts(input.facts().uscc(), years, input.facts().items());

    ScoringInput read = again(input(more));

    assertThat(read.facts().years()).containsOnlyKeys(BenchmarkZone.YEAR, BenchmarkZone.YEAR - 1);
    assertThat(read.facts().year(BenchmarkZone.YEAR).fact("name")).isNull();
    assertThat(read.facts().year(BenchmarkZone.YEAR - 1).fact("exports")).isNull();
    assertThat(read.facts().year(BenchmarkZone.YEAR - 1).fact("revenue")).isNotNull();
  }
}
