package innovation.points.scoring.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import innovation.points.scoring.Changed;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is entitled to what (五(二), 五(四)): the conditions of the rulebook, and nothing else. */
class BenefitsTest {
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Source SOURCE = new Source("a.csv", "1", 2);

  private static ScoringInput input(LineItem... certificates) {
    return new ScoringInput(
        2025,
        new EnterpriseFacts("A", Map.of(), Map.of("qualifications", List.of(certificates))),
        new Deliveries(Map.of()),
        Map.of());
  }

  private static LineItem certificate(String kind, String until) {
    return new LineItem(
        2025,
        Map.of(
            "kind", Value.of(kind),
            "validFrom", Value.of(LocalDate.of(2022, 12, 1)),
            "validTo", Value.of(LocalDate.parse(until))),
        SOURCE);
  }

  private static String of(Rulebook rulebook, Standing standing, ScoringInput input) {
    return String.join(
        " ", new Benefits(rulebook).of(standing, input).stream().map(Benefit::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          # Excluded from scoring: nothing. Incomplete, without a stage: nothing.
          true,  growth,    0,  0, ''
          false, none,      0,  0, ''
          # In a stage, not ranked.
          false, growth,    0, 20, payment-first
          # Ranked below the middle of the stage.
          false, mature,   11, 20, payment-first
          # In the better half, on no list.
          false, startup,   5, 20, payment-first projects
          false, mature,   10, 20, payment-first projects upgrading
          false, expansion, 5, 20, payment-first projects upgrading
          # On a list.
          false, growth,    4, 20, payment-first projects funds settlement housing schooling
          false, mature,    1,  1, payment-first projects funds upgrading settlement housing schooling
          """)
  void allConditionsHold(
      boolean excluded, @Nullable String stage, int rank, int of, String benefits) {
    assertThat(of(RULEBOOK, new Standing(excluded, stage, rank, of), input())).isEqualTo(benefits);
  }

  @Test
  void aCertificateCountsWhileItIsInForce() {
    var standing = new Standing(false, "growth", 10, 20);
    assertThat(of(RULEBOOK, standing, input(certificate("高新技术企业", "2025-12-31"))))
        .isEqualTo("payment-first projects financing");
    assertThat(of(RULEBOOK, standing, input(certificate("高新技术企业", "2025-12-30"))))
        .isEqualTo("payment-first projects");
    assertThat(of(RULEBOOK, standing, input(certificate("专精特新中小企业", "2027-01-01"))))
        .isEqualTo("payment-first projects");
    assertThat(
            of(
                RULEBOOK,
                new Standing(false, "growth", 11, 20),
                input(certificate("高新技术企业", "2027-01-01"))))
        .isEqualTo("payment-first");
  }

  @Test
  void anotherRulebookDecidesOtherwise() {
    Changed only =
        Changed.of("when: {upTo: 50, basis: default}", "when: {tiers: [leading], basis: default}");
    Rulebook changed = RulebookLoader.load("xinxiang-2022-110.yaml", only.text());
    assertThat(of(changed, new Standing(false, "startup", 1, 20), input())).contains("projects");
    assertThat(of(changed, new Standing(false, "startup", 2, 20), input()))
        .isEqualTo("payment-first funds settlement housing schooling");
  }

  @Test
  void conditionsNameWhatThereIs() {
    Changed stage = Changed.of("when: {stages: [expansion, mature],", "when: {stages: [adult],");
    stage.isRefused(
        "第 %d 行：应为 mature、expansion、growth、startup 之一，实为 adult。"
            .formatted(stage.line("when: {stages: [adult],")));
    Changed tier = Changed.of("when: {tiers: [leading, ", "when: {tiers: [best, ");
    tier.isRefused(
        "第 %d 行：应为 leading、chasing、advancing 之一，实为 best。"
            .formatted(tier.line("when: {tiers: [best, ")));
    Changed none = Changed.of("when: {upTo: 50, basis: default}", "when: {basis: default}");
    none.isRefused(
        "第 %d 行：应为写有 stages、tiers、upTo、item 中至少一项，实为都没有。"
            .formatted(none.line("when: {basis: default}")));
    Changed twice = Changed.of("- id: funds", "- id: projects");
    twice.isRefused(
        "第 %d 行：应为不重复的 id，实为 projects。".formatted(twice.line("- id: projects\n    name: 资金")));
  }

  @Test
  void aListOfARulebookWithoutListsIsRefused() {
    int from = Changed.ORIGINAL.indexOf("uses:\n");
    int to = Changed.ORIGINAL.indexOf("# 各阶段的服务");
    Changed without =
        new Changed(Changed.ORIGINAL.substring(0, from) + Changed.ORIGINAL.substring(to));
    assertThat(Changed.problems(without.text()))
        .hasSize(12)
        .first()
        .isEqualTo(
            "第 %d 行：应为 uses 中的名单（本规则没有），实为 leading。"
                .formatted(without.line("when: {tiers: [leading")));
  }

  @Test
  void aPlaceIsWithinItsStage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standing(false, "growth", 3, 2))
        .withMessage("rank 3 of 2");
  }
}
