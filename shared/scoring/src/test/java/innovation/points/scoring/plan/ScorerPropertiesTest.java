package innovation.points.scoring.plan;

import static innovation.points.scoring.RandomEnterprises.RULEBOOK;
import static innovation.points.scoring.RandomEnterprises.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.RandomEnterprises.Input;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.Reward;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every enterprise. */
class ScorerPropertiesTest {
  private static final Scorer SCORER = new Scorer(RULEBOOK);

  @Property
  void totalIsWithinItsBounds(@ForAll("inputs") Input input) {
    if (score(SCORER, input) instanceof Scored scored) {
      assertThat(scored.total()).isBetween(0.0, 106.0);
      assertThat(scored.coverage()).isBetween(0.0, 1.0);
      assertThat(scored.decayFactor()).isBetween(0.48, 1.0);
      assertThat(scored.categories().values()).allSatisfy(c -> assertThat(c).isBetween(0.0, 100.0));
      assertThat(scored.indicators())
          .allSatisfy(one -> assertThat(one.points()).isBetween(0.0, one.fullPoints()));
    }
  }

  @Property
  void missingEarnsNothingAndIsNotCovered(@ForAll("inputs") Input input) {
    if (score(SCORER, input) instanceof Scored scored) {
      double covered = 0;
      Rulebook.Stage stage = RULEBOOK.stage(scored.stage());
      assertThat(stage).isNotNull();
      for (IndicatorScore one : scored.indicators()) {
        if (one.outcome() == Outcome.MISSING) {
          assertThat(one.value()).isNull();
          assertThat(one.points()).isZero();
          assertThat(one.reason()).isNotEmpty();
        } else {
          assertThat(one.value()).isNotNull();
          Double weight = stage.weights().get(one.category());
          covered += (weight == null ? 0 : weight) * one.fullPoints() / 100;
        }
      }
      assertThat(scored.coverage()).isCloseTo(covered, within(1e-12));
      assertThat(scored.ranked()).isEqualTo(covered >= 2.0 / 3);
    }
  }

  @Property(tries = 50) // reads the rulebook anew each time
  void sameInputGivesTheSameOutput(@ForAll("inputs") Input input) {
    Scorer again = new Scorer(RulebookLoader.load("again.yaml", RULEBOOK.text()));
    assertThat(everything(again, input)).isEqualTo(everything(SCORER, input));
  }

  @Property
  void orderOfLineItemsIsIrrelevant(@ForAll("inputs") Input input, @ForAll long seed) {
    Map<String, List<LineItem>> shuffled = new HashMap<>();
    input
        .facts()
        .items()
        .forEach(
            (dataset, items) -> {
              List<LineItem> mixed = new ArrayList<>(items);
              Collections.shuffle(mixed, new Random(seed));
              shuffled.put(dataset, mixed);
            });
    EnterpriseFacts facts =
        new EnterpriseFacts(input.facts().uscc(), input.facts().years(), shuffled);
    Input mixed = new Input(facts, input.deliveries(), input.published());
    assertThat(everything(SCORER, mixed)).isEqualTo(everything(SCORER, input));
    assertThat(rewards(mixed)).isEqualTo(rewards(input));
  }

  @Property
  void pointsNeverFallAsTheValueRises(
      @ForAll @IntRange(max = 34) int indicator,
      @ForAll @IntRange(max = 3) int stage,
      @ForAll("values") double one,
      @ForAll("values") double other) {
    Indicator of = RULEBOOK.indicators().get(indicator);
    Assume.that(!of.curves().isEmpty());
    assertThat(PointsTest.at(of, stage, Math.min(one, other)))
        .isLessThanOrEqualTo(PointsTest.at(of, stage, Math.max(one, other)))
        .isBetween(0.0, of.points());
  }

  @Property
  void doingMoreNeverScoresLess(
      @ForAll("inputs") Input input,
      @ForAll @IntRange(max = 16) int field,
      @ForAll @DoubleRange(min = 0, max = 5000) double more) {
    String figure = RandomEnterprises.GOOD_FIGURES.get(field);
    Fact fact = input.facts().year(YEAR).facts().get(figure);
    Assume.that(fact != null && fact.value() instanceof Value.Amount);
    if (fact != null
        && fact.value() instanceof Value.Amount(double amount)
        && score(SCORER, input) instanceof Scored before) {
      Map<String, Fact> raised = new HashMap<>(input.facts().year(YEAR).facts());
      raised.put(figure, new Fact(Value.of(amount + more), fact.source()));
      Scored after = scored(with(input, raised));
      for (int i = 0; i < RULEBOOK.indicators().size(); i++) {
        assertThat(after.points(i)).isGreaterThanOrEqualTo(before.points(i));
      }
      assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
    }
  }

  @Property
  void oneMoreAchievementNeverScoresLess(@ForAll("inputs") Input input, @ForAll long seed) {
    if (score(SCORER, input) instanceof Scored before) {
      Map<String, Value> values = new HashMap<>(new RandomEnterprises(new Random(seed)).record(99));
      values.remove("revokedOn");
      Map<String, List<LineItem>> items = new HashMap<>(input.facts().items());
      List<LineItem> records = new ArrayList<>(items.getOrDefault("innovation-records", List.of()));
      records.add(new LineItem(YEAR, values, new Source("uploads/more", "v1", 2)));
      items.put("innovation-records", records);
      EnterpriseFacts facts =
          new EnterpriseFacts(input.facts().uscc(), input.facts().years(), items);
      Scored after = scored(new Input(facts, input.deliveries(), input.published()));
      assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
    }
  }

  @Property
  void ageIsCountedAsPeriodCountsIt(
      @ForAll("days") LocalDate since, @ForAll @IntRange(min = 2024, max = 2030) int year) {
    Subject subject =
        new Subject(
            new Selections(RULEBOOK.dates()),
            new ScoringInput(
                YEAR,
                new EnterpriseFacts("x", Map.of(), Map.of()),
                new Deliveries(Map.of()),
                Map.of()));
    int period = Period.between(since, LocalDate.of(year, 12, 31)).getYears();
    assertThat(subject.fullYears((double) since.toEpochDay(), year)).isEqualTo(Math.max(0, period));
  }

  @Property
  void valuesAndTheTraceAgree(@ForAll("inputs") Input input) {
    if (score(SCORER, input) instanceof Scored scored) {
      List<IndicatorScore> indicators = scored.indicators();
      for (int i = 0; i < indicators.size(); i++) {
        assertThat(indicators.get(i).value()).isEqualTo(scored.value(i));
        assertThat(indicators.get(i).points()).isEqualTo(scored.points(i));
      }
      assertThat(scored.decay().stream().mapToDouble(Decay::factor).reduce(1, (a, b) -> a * b))
          .isEqualTo(scored.decayFactor());
      double parts =
          scored.weighted()
              + scored.deductions().stream().mapToDouble(Deduction::points).sum()
              + scored.bonus().stream().mapToDouble(Bonus::points).sum();
      assertThat(scored.total())
          .isCloseTo(Math.max(0, parts) * scored.decayFactor(), within(0.00501));
    }
  }

  private static Input with(Input input, Map<String, Fact> facts) {
    Map<Integer, YearFacts> years = new HashMap<>(input.facts().years());
    years.put(YEAR, new YearFacts(facts, input.facts().year(YEAR).listed()));
    return new Input(
        new EnterpriseFacts(input.facts().uscc(), years, input.facts().items()),
        input.deliveries(),
        input.published());
  }

  private static Evaluation score(Scorer scorer, Input input) {
    return scorer.score(YEAR, input.facts(), input.deliveries(), input.published());
  }

  private static Scored scored(Input input) {
    Evaluation evaluation = score(SCORER, input);
    assertThat(evaluation).isInstanceOf(Scored.class);
    return (Scored) evaluation;
  }

  private static List<Reward> rewards(Input input) {
    return new RewardRules(RULEBOOK)
        .rewards(YEAR, input.facts(), score(SCORER, input), RewardTerms.DEFAULT);
  }

  private static Object everything(Scorer scorer, Input input) {
    return switch (score(scorer, input)) {
      case Scored scored ->
          List.of(
              scored.stage(),
              scored.total(),
              scored.weighted(),
              scored.coverage(),
              scored.ranked(),
              scored.digest(),
              scored.categories(),
              scored.indicators(),
              scored.deductions(),
              scored.bonus(),
              scored.decay(),
              scored.unreported());
      case Excluded excluded -> excluded;
      case Incomplete incomplete -> incomplete;
    };
  }

  @Provide
  Arbitrary<Input> inputs() {
    return Arbitraries.randomValue(random -> new RandomEnterprises(random).next());
  }

  @Provide
  Arbitrary<Double> values() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-100, 120),
        Arbitraries.doubles().between(0, 120000),
        Arbitraries.integers().between(-5, 60).map(Integer::doubleValue));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 20000).map(day -> LocalDate.of(1990, 1, 1).plusDays(day)),
        Arbitraries.of(
            LocalDate.of(2020, 2, 29), LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 1)));
  }
}
