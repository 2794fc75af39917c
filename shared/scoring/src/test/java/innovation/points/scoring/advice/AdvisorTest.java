package innovation.points.scoring.advice;

import static innovation.points.scoring.RandomEnterprises.RULEBOOK;
import static innovation.points.scoring.RandomEnterprises.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.RandomEnterprises.Input;
import innovation.points.scoring.advice.Advice.Step;
import innovation.points.scoring.advice.Advice.Warning;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and warnings, each held against the scorer. */
class AdvisorTest {
  private static final FieldRules FIELDS =
      new FieldRules(
          Set.of("staff", "techStaff", "postgraduates", "bachelors"),
          Map.of(
              "techStaff", Set.of("staff"),
              "bachelors", Set.of("staff"),
              "postgraduates", Set.of("bachelors", "staff")));
  private static final Advisor ADVISOR = new Advisor(RULEBOOK, FIELDS);
  private static final Scorer SCORER = new Scorer(RULEBOOK);
  private static final Source SOURCE = new Source("uploads/x", "v1", 2);

  private static double total(ScoringInput input) {
    return SCORER.score(input) instanceof Scored scored ? scored.total() : Double.NaN;
  }

  private static ScoringInput with(ScoringInput input, Changes changes) {
    return changes.applyTo(input);
  }

  private static ScoringInput input(Input one) {
    return new ScoringInput(YEAR, one.facts(), one.deliveries(), one.published());
  }

  /** Growth stage unless told otherwise; figures of the year and of the year before. */
  private static ScoringInput enterprise(Map<String, Double> now, Map<String, Double> before) {
    Map<Integer, YearFacts> years = new HashMap<>();
    years.put(YEAR, year(now));
    years.put(YEAR - 1, year(before));
    Set<String> all = new HashSet<>();
    RULEBOOK.datasets().forEach(dataset -> all.add(dataset.id()));
    return new ScoringInput(
        YEAR,
        new EnterpriseFacts("91410700TEST000001", years, Map.<String, List<LineItem>>of()),
        new Deliveries(Map.of(YEAR, all, YEAR - 1, all)),
        Map.of());
  }

  private static YearFacts year(Map<String, Double> figures) {
    Map<String, Fact> facts = new HashMap<>();
    figures.forEach((field, figure) -> facts.put(field, new Fact(Value.of(figure), SOURCE)));
    facts.put("registeredOn", new Fact(Value.of(LocalDate.of(2018, 1, 1)), SOURCE));
    return new YearFacts(facts, Set.of("enterprises", "operations", "workforce", "trade"));
  }

  private static Optional<Step> step(Advice advice, String indicator) {
    return advice.steps().stream().filter(one -> one.indicator().equals(indicator)).findFirst();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsPromisedIsWhatRescoringGives(long seed) {
    var random = new RandomEnterprises(new Random(seed));
    int steps = 0;
    int warnings = 0;
    for (int n = 0; n < 400; n++) {
      ScoringInput input = input(random.next());
      double now = total(input);
      Advice advice = ADVISOR.advise(input, (_, _) -> 1);
      for (Step step : advice.steps()) {
        ScoringInput then = with(input, step.changes());
        assertThat(Rounding.halfEven(total(then) - now, 2))
            .as(step.toString())
            .isEqualTo(step.total());
        assertThat(step.total()).isGreaterThanOrEqualTo(0.01);
        assertThat(((Scored) SCORER.score(then)).stage()).isEqualTo(step.stage());
        steps++;
      }
      for (Warning warning : advice.warnings()) {
        ScoringInput then = with(input, warning.changes());
        assertThat(Rounding.halfEven(total(then) - now, 2)).isEqualTo(warning.total());
        assertThat(warning.total()).isNegative();
        assertThat(((Scored) SCORER.score(then)).stage()).isEqualTo(warning.stage());
        assertThat(warning.because()).isNotEmpty();
        warnings++;
      }
    }
    assertThat(steps).isGreaterThan(1000);
    assertThat(warnings).isGreaterThan(10);
  }

  @Test
  void largestGainComesFirstAndWhatFewHaveReachedLast() {
    var random = new RandomEnterprises(new Random(7));
    for (int n = 0; n < 200; n++) {
      List<Step> steps =
          ADVISOR
              .advise(
                  input(random.next()), (indicator, _) -> indicator.startsWith("1") ? 0.09 : 0.1)
              .steps();
      for (int i = 1; i < steps.size(); i++) {
        Step before = steps.get(i - 1);
        Step after = steps.get(i);
        assertThat(before.rare() && !after.rare()).isFalse();
        if (before.rare() == after.rare()) {
          assertThat(before.total()).isGreaterThanOrEqualTo(after.total());
        }
      }
      assertThat(steps)
          .allSatisfy(one -> assertThat(one.rare()).isEqualTo(one.indicator().startsWith("1")));
    }
  }

  /** At 2000 万元 the stage changes, and with it every curve and weight. */
  @Test
  void growingOverABoundThatLosesIsNoStepButAWarning() {
    ScoringInput input =
        enterprise(
            Map.of("revenue", 1990.0, "rdExpense", 500.0, "highTechRevenue", 1200.0),
            Map.of("revenue", 1400.0, "rdExpense", 350.0));
    Advice advice = ADVISOR.advise(input, (_, _) -> 1);

    assertThat(step(advice, "2.2")).isEmpty();
    Warning warning = advice.warnings().getFirst();
    assertThat(warning.stage()).isEqualTo("expansion");
    assertThat(warning.changes().figures()).containsOnlyKeys("revenue");
    double now = total(input);
    double then = total(with(input, warning.changes()));
    assertThat(then).isLessThan(now);
    assertThat(warning.text())
        .startsWith(
            "营业收入达到 2000 万元即进入扩张期，其他数据不变时总分由 %s 变为 %s，减少 %s 分："
                .formatted(Steps.plain(now), Steps.plain(then), Steps.plain(now - then)))
        .contains("成长经营指标得分由 ")
        .contains("，权重由 45% 变为 40%");
  }

  @Test
  void growthIsReachedByTheFigureOfTheYear() {
    Advice advice =
        ADVISOR.advise(
            enterprise(
                Map.of("revenue", 1000.0, "rdExpense", 120.0),
                Map.of("revenue", 1000.0, "rdExpense", 100.0)),
            (_, _) -> 1);
    Step step = step(advice, "1.2").orElseThrow();
    assertThat(step.words()).isEqualTo("由 20 到 25 %");
    assertThat(step.changes().figures())
        .containsExactly(Map.entry("rdExpense", Optional.of(Value.of(125))));
  }

  @Test
  void staffAreWholeAndWhatTheyMayNotExceedIsRaisedWithThem() {
    Advice advice =
        ADVISOR.advise(
            enterprise(
                Map.of("revenue", 1000.0, "staff", 33.0, "postgraduates", 1.0, "bachelors", 2.0),
                Map.of("revenue", 1000.0)),
            (_, _) -> 1);
    Step step = step(advice, "2.4").orElseThrow();
    assertThat(step.changes().figures())
        .containsOnly(
            Map.entry("postgraduates", Optional.of(Value.of(5))),
            Map.entry("bachelors", Optional.of(Value.of(5))));
  }

  @Test
  void itemsAreAddedAsTheRulesCountThem() {
    Advice advice =
        ADVISOR.advise(
            enterprise(Map.of("revenue", 1000.0), Map.of("revenue", 1000.0)), (_, _) -> 1);
    assertThat(step(advice, "1.8").orElseThrow().changes().items())
        .isEqualTo(
            Map.of(
                "technology-contracts",
                List.of(Map.of("university", Value.of(true), "amount", Value.of(200)))));
    assertThat(step(advice, "3.9").orElseThrow().changes().items())
        .isEqualTo(
            Map.of(
                "qualifications",
                List.of(
                    Map.of(
                        "kind", Value.of("科技型中小企业"),
                        "validFrom", Value.of(LocalDate.of(2025, 12, 31))))));
    assertThat(step(advice, "3.10").orElseThrow().words()).isEqualTo("达到市级");
    assertThat(step(advice, "3.3").orElseThrow().words()).isEqualTo("+1 项");
  }

  @Test
  void whoHasNoScoreGetsNoAdvice() {
    Advice advice = ADVISOR.advise(enterprise(Map.of(), Map.of()), (_, _) -> 1);
    assertThat(advice).isEqualTo(Advice.NONE);
  }

  @Test
  void cornersAreThoseAtWhichACurveStillRises() {
    var curve = Objects.requireNonNull(RULEBOOK.indicators().get(1).curves().get("growth"));
    assertThat(curve.cornersAbove(-3)).containsExactly(5.0, 15.0, 25.0, 35.0, 45.0);
    assertThat(curve.cornersAbove(25)).containsExactly(35.0, 45.0);
    assertThat(curve.cornersAbove(45)).isEmpty();
    assertThat(RULEBOOK.indicators())
        .extracting(Rulebook.Indicator::id)
        .element(1)
        .isEqualTo("1.2");
  }
}
