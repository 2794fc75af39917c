package innovation.points.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Source SOURCE = new Source("uploads/tax/operations/2025/a.csv", "v1", 7);

  private static EnterpriseFacts enterprise(Map<String, Value> figures) {
    Map<String, Fact> facts =
        figures.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new Fact(e.getValue(), SOURCE)));
    return new EnterpriseFacts(
        "91410700TEST000001",
        Map.of(2025, new YearFacts(facts, Set.of("enterprises", "operations"))),
        Map.of());
  }

  private static Rulebook changed(String from, String to) {
    assertThat(RULEBOOK.text()).contains(from);
    return RulebookLoader.load("changed.yaml", RULEBOOK.text().replace(from, to));
  }

  private static Scored scored(Rulebook rulebook, EnterpriseFacts enterprise) {
    Deliveries deliveries = new Deliveries(Map.of(2025, Set.of("technology-contracts")));
    Evaluation evaluation = new Scorer(rulebook).score(2025, enterprise, deliveries, Map.of());
    assertThat(evaluation).isInstanceOf(Scored.class);
    return (Scored) evaluation;
  }

  private static final EnterpriseFacts PLAIN =
      enterprise(
          Map.of("registeredOn", Value.of(LocalDate.of(2020, 6, 1)), "revenue", Value.of(1000)));

  /** Its coverage is exactly 0.279 (cases/coverage.yaml). */
  @ParameterizedTest
  @CsvSource({"279/1000, true", "278/1000, true", "280/1000, false", "0/1, true", "1/1, false"})
  void coverageMeetsItsThresholdExactly(String threshold, boolean ranked) {
    Scored scored = scored(changed("atLeast: 2/3", "atLeast: " + threshold), PLAIN);
    assertThat(scored.coverage()).isEqualTo(0.279);
    assertThat(scored.ranked()).isEqualTo(ranked);
  }

  @Test
  void orderOfTheTotalIsData() {
    String order = "[weigh, deduct, add-bonus, floor, decay, round]";
    EnterpriseFacts warned =
        enterprise(
            Map.of(
                "registeredOn", Value.of(LocalDate.of(2016, 6, 1)),
                "revenue", Value.of(1000),
                "rating", Value.of("警示")));
    // 2.2 earns 6 points of 45 %: 2.7.
    assertThat(scored(RULEBOOK, warned).weighted()).isCloseTo(2.7, within(1e-12));
    assertThat(scored(RULEBOOK, warned).total()).isZero();
    Rulebook floorFirst = changed(order, "[weigh, floor, deduct, add-bonus, decay, round]");
    assertThat(scored(floorFirst, warned).total()).isEqualTo(-2.07);
    Rulebook decayFirst = changed(order, "[weigh, decay, deduct, add-bonus, floor, round]");
    assertThat(scored(decayFirst, warned).total()).isZero();
    assertThat(
            scored(
                    changed(
                        "order: " + order + "\n  floor: 0", "order: " + order + "\n  floor: -9"),
                    warned)
                .total())
        .isEqualTo(-2.07);
  }

  @Test
  void referenceDayIsData() {
    EnterpriseFacts aboutFour =
        enterprise(
            Map.of("registeredOn", Value.of(LocalDate.of(2021, 7, 1)), "revenue", Value.of(0)));
    assertThat(scored(RULEBOOK, aboutFour).stage()).isEqualTo("growth");
    assertThat(scored(changed("day: \"12-31\"", "day: \"07-01\""), aboutFour).stage())
        .isEqualTo("growth");
    assertThat(scored(changed("day: \"12-31\"", "day: \"06-30\""), aboutFour).stage())
        .isEqualTo("startup");
  }

  @Test
  void resultNamesTheRulebookItWasMadeBy() {
    Scored scored = scored(RULEBOOK, PLAIN);
    assertThat(scored.rulebook()).isEqualTo("xinxiang-2022-110");
    assertThat(scored.digest()).isEqualTo(RULEBOOK.digest());
    assertThat(scored.uscc()).isEqualTo("91410700TEST000001");
    assertThat(scored.year()).isEqualTo(2025);
    assertThat(scored.unreported()).containsExactly("credit", "environment", "safety");
  }

  @Test
  void categoriesComeInTheOrderOfTheRulebook() {
    assertThat(scored(RULEBOOK, PLAIN).categories().keySet())
        .containsExactly("technology", "growth", "auxiliary");
  }

  @Test
  void valueOfTheWrongKindIsNamedWithItsPlace() {
    EnterpriseFacts wrong =
        enterprise(
            Map.of("registeredOn", Value.of(LocalDate.of(2020, 6, 1)), "revenue", Value.of("很多")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scored(RULEBOOK, wrong))
        .withMessage("营业收入应为数值，实为另一种值（uploads/tax/operations/2025/a.csv 第 7 行）");
  }

  @Test
  void shareOutsideZeroToOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RewardTerms(new BigDecimal("1.01"), null, null))
        .withMessage("应为 0 到 1 之间的发放比例，实为 1.01");
  }

  @Test
  void unknownRulebookIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rulebooks.named("nowhere-2020"))
        .withMessageStartingWith("没有规则 nowhere-2020，现有：xinxiang-2022-110");
  }

  @Test
  void rulesOfAnotherPlaceAreOnlyAnotherFile() throws IOException {
    Rulebook other =
        RulebookLoader.load(
            "other-place.yaml",
            Files.readString(Path.of("src/test/resources/rulebooks/other-place.yaml")));
    assertThat(other.stages()).hasSize(5);
    assertThat(other.indicators()).hasSize(6);
    Evaluation evaluation =
        new Scorer(other)
            .score(
                2025,
                enterprise(Map.of("revenue", Value.of(5000), "rdExpense", Value.of(200))),
                new Deliveries(Map.of()),
                Map.of(2024, "leading"));
    assertThat(evaluation).isInstanceOf(Scored.class);
    Scored scored = (Scored) evaluation;
    assertThat(scored.stage()).isEqualTo("middle");
    // 创新能力：研发占比 4 % 得 40 / 100；经营：收入 5000 得 60；其余未知。
    assertThat(scored.categories())
        .containsExactly(
            Map.entry("ability", 24.0), Map.entry("output", 30.0), Map.entry("growth", 0.0));
    assertThat(scored.decay())
        .containsExactly(new Decay("downgrade", 0.8, "由领军期降为中坚期，连续下降共 2 级，乘以 0.8"));
    assertThat(scored.total()).isEqualTo(17.3);
    assertThat(List.of(scored.ranked(), scored.rulebook())).containsExactly(true, "other-place");
  }
}
