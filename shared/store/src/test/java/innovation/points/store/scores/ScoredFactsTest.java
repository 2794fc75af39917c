package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.plan.ZoneScores;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.facts.ScoredFacts;
import innovation.points.store.scores.facts.ZoneFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredFactsTest {

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Plan PLAN = Plan.of(RULEBOOK);
  private static final FieldsRead READS = PLAN.reads();
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

  @Test
  void valuesAloneGiveTheSameTotalsAndRanks() {
    var whole = new ZoneScores(PLAN);
    var values = new ZoneScores(PLAN);
    var facts = new ZoneFacts(PLAN, BenchmarkZone.YEAR);
    int enterprises = 2_000;
    for (int number = 0; number < enterprises; number++) {
      ScoredFacts stored = ScoredFacts.of(input(withHistory(number)), READS);
      whole.add(PLAN.subject(stored.input("x", BenchmarkZone.YEAR)));
      values.add(facts.of(stored));
    }
    whole.rank();
    values.rank();

    for (int number = 0; number < enterprises; number++) {
      assertThat(values.total(number)).isEqualTo(whole.total(number));
      assertThat(values.overall(number)).isEqualTo(whole.overall(number));
      assertThat(values.inStage(number)).isEqualTo(whole.inStage(number));
    }
  }

  /** Two records of one year, of which the first in canonical order counts. */
  private static EnterpriseFacts withHistory(int number) {
    EnterpriseFacts facts = BenchmarkZone.enterprise(number);
    var items = new HashMap<>(facts.items());
    items.put("stage-history", List.of(stage("成长期", 9), stage("成熟期", 3 + number % 12)));
    return new EnterpriseFacts(facts.uscc(), facts.years(), items);
  }

  private static LineItem stage(String name, int row) {
    return new LineItem(
        2023,
        Map.of("evaluatedYear", Value.of(2023.0), "stage", Value.of(name)),
        new Source("uploads/science/stage-history/2023/a.csv", "v1", row));
  }

  @Test
  void aTextThatIsInNoListComesBack() {
    EnterpriseFacts facts = BenchmarkZone.enterprise(1);
    var items =
        Map.of(
            "qualifications",
            List.of(
                new LineItem(
                    2025,
                    Map.of("kind", Value.of("未来产业企业"), "certificate", Value.of("甲-1")),
                    new Source("uploads/science/qualifications/2025/a.csv", "v1", 4))));

    ScoringInput input = input(new EnterpriseFacts(facts.uscc(), facts.years(), items));

    assertThat(again(input).facts().items()).isEqualTo(items);
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
