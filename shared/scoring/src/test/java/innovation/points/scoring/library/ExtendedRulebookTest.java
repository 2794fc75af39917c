package innovation.points.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import innovation.points.scoring.Changed;
import innovation.points.scoring.rulebook.DecayRule;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Deviation;
import innovation.points.scoring.rulebook.RulebookException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A rulebook that gives only what differs from another, and values by year. */
class ExtendedRulebookTest {
  private static final Rulebook PARENT = Rulebooks.named("xinxiang-2022-110");

  private static final String HEAD =
      """
      id: xinxiang-2026
      title: 新乡高新区企业创新积分评价规则（2026）
      extends: xinxiang-2022-110
      effectiveFrom: 2026-01-01
      """;

  private static final String BOUND =
      """
      stages:
        - {id: mature, when: {revenue: {from: {byYear: {2027: 12000, 2028: 10000}}}}}
        - {id: expansion, when: {revenue: {below: {byYear: {2027: 12000, 2028: 10000}}}}}
      """;

  private static Rulebook load(String differences) {
    return RulebookLoader.load("xinxiang-2026.yaml", HEAD + differences, List.of(PARENT));
  }

  private static void isRefused(String text, String... problems) {
    RulebookException refused =
        catchThrowableOfType(
            RulebookException.class,
            () -> RulebookLoader.load("xinxiang-2026.yaml", text, List.of(PARENT)));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.problems()).containsExactly(problems);
  }

  private static double bound(Rulebook rulebook) {
    return Objects.requireNonNull(
        Objects.requireNonNull(rulebook.stage("mature")).when().getFirst().from());
  }

  @Test
  void whatIsNotNamedIsTakenOver() {
    Rulebook child = load("");
    assertThat(child.id()).isEqualTo("xinxiang-2026");
    assertThat(child.effectiveFrom()).isEqualTo("2026-01-01");
    assertThat(child.document()).isEqualTo(PARENT.document());
    assertThat(child.stages()).isEqualTo(PARENT.stages());
    assertThat(child.indicators()).isEqualTo(PARENT.indicators());
    assertThat(child.negativeList()).isEqualTo(PARENT.negativeList());
    assertThat(child.rewards()).isEqualTo(PARENT.rewards());
    assertThat(child.services()).isEqualTo(PARENT.services());
    assertThat(child.parent())
        .isEqualTo(new Rulebook.Parent("xinxiang-2022-110", PARENT.digest(), List.of()));
  }

  @Test
  void decayRuleIsOneEntry() {
    Rulebook child =
        load(
            """
            decay:
              - {id: mature-stay, name: 在成熟期停留, by: {yearsInStage: mature}, factors: {10: 0.9}, basis: default}
            """);
    assertThat(child.decay())
        .extracting(DecayRule::id)
        .containsExactly("growth-stay", "expansion-stay", "downgrade", "mature-stay");
    assertThat(Objects.requireNonNull(child.parent()).differences()).hasSize(1);
  }

  @Test
  void boundForOneYearIsOneLine() {
    Rulebook child = load(BOUND);
    assertThat(bound(child.inYear(2026))).isEqualTo(10000);
    assertThat(bound(child.inYear(2027))).isEqualTo(12000);
    assertThat(bound(child.inYear(2028))).isEqualTo(10000);
    assertThat(bound(child.inYear(2031))).isEqualTo(10000);
    assertThat(child.later()).extracting(Rulebook::since).containsExactly(2027, 2028);
    assertThat(child.inYear(2027).digest()).isEqualTo(child.digest());
    assertThat(Objects.requireNonNull(child.parent()).differences())
        .containsExactly(
            new Deviation(
                "阶段“成熟期”.when.revenue.from",
                "10000",
                "2022 年度起 10000，2027 年度起 12000，2028 年度起 10000"),
            new Deviation(
                "阶段“扩张期”.when.revenue.below",
                "10000",
                "2022 年度起 10000，2027 年度起 12000，2028 年度起 10000"));
  }

  @Test
  void resolvedTextStandsByItself() {
    Rulebook child =
        load(
            BOUND
                + "cases:\n  list:\n    - {case: 名录, year: 2026, expect: {status: incomplete}}\n");
    Rulebook again = RulebookLoader.load("again.yaml", child.text());
    assertThat(again).isEqualTo(child);
    assertThat(RulebookLoader.read("again.yaml", child.text())).isEqualTo(child);
  }

  @Test
  void sameDifferencesFromAnotherTextAreAnotherDigest() {
    Rulebook other =
        RulebookLoader.load(
            "x.yaml", Changed.of("points: 100, cite: 表2}", "points: 100, cite: 表 2}").text());
    Rulebook one = load("");
    Rulebook two = RulebookLoader.load("xinxiang-2026.yaml", HEAD, List.of(other));
    assertThat(load("").digest()).isEqualTo(one.digest()).matches("[0-9a-f]{64}");
    assertThat(two.digest()).isNotEqualTo(one.digest());
  }

  @Test
  void elementsAreChangedAddedAndTakenOut() {
    Rulebook child =
        load(
            """
            coverage: {atLeast: 1/2}
            negativeList:
              - {id: environment-warning, effect: {deduct: 4}}
              - {id: tech-sme-lapsed, remove: true}
            decay:
              - {id: growth-stay, factors: {14: ~}, basis: default, note: 只留一档}
            uses:
              tiers:
                - {id: fourth, name: 第四档, upTo: 30}
            """);
    assertThat(child.coverage().thresholdWhole()).isEqualTo(2);
    assertThat(child.negativeList())
        .extracting(NegativeRule::id)
        .contains("environment-warning")
        .doesNotContain("tech-sme-lapsed");
    assertThat(child.decay().getFirst().bands()).hasSize(1);
    assertThat(child.decay().getFirst().basis().cite()).isNull();
    assertThat(Objects.requireNonNull(child.uses()).tiers()).hasSize(4);
    assertThat(Objects.requireNonNull(child.parent()).differences())
        .extracting(Deviation::where, Deviation::before, Deviation::after)
        .contains(
            tuple("数据覆盖率.atLeast", "2/3", "1/2"),
            tuple("负面清单“环境信用等级警示”.effect.deduct", "5", "4"),
            tuple("衰减“在成长期停留”.factors.14", "0.7", ""),
            tuple("衰减“在成长期停留”.cite", "表4", ""),
            tuple("衰减“在成长期停留”.basis", "", "default"))
        .anySatisfy(one -> assertThat(one.toList()).startsWith("负面清单“科技型中小企业未通过重新评价”").endsWith(""))
        .anySatisfy(
            one ->
                assertThat(one.toList())
                    .containsExactly("结果使用.tiers“第四档”", "", "{id: fourth, name: 第四档, upTo: 30}"));
  }

  @Test
  void unknownParentIsRefused() {
    isRefused(
        HEAD.replace("extends: xinxiang-2022-110", "extends: nowhere"),
        "第 3 行：应为已批准的规则的编号（xinxiang-2022-110），实为 nowhere。请先提交作为底本的规则并获批准。");
  }

  @Test
  void rulebookDoesNotExtendItself() {
    isRefused(
        HEAD.replace("extends: xinxiang-2022-110", "extends: xinxiang-2026"),
        "第 3 行：应为另一份规则的编号，实为 xinxiang-2026。规则不能以自己为底本。");
  }

  @Test
  void twoThatExtendEachOtherAreNeverTaken() {
    String other = HEAD.replace("id: xinxiang-2026", "id: other").replace("2022-110", "2026");
    isRefused(
        HEAD.replace("extends: xinxiang-2022-110", "extends: other"),
        "第 3 行：应为已批准的规则的编号（xinxiang-2022-110），实为 other。请先提交作为底本的规则并获批准。");
    isRefused(other, "第 3 行：应为已批准的规则的编号（xinxiang-2022-110），实为 xinxiang-2026。请先提交作为底本的规则并获批准。");
  }

  @Test
  void unknownKeyIsRefusedAtItsLine() {
    isRefused(
        HEAD + "coverage: {atMost: 1/2}\n",
        "第 5 行：应为已知的键（atLeast、missing、unverified、cite、basis、note），实为 atMost。");
  }

  @Test
  void whatIsNotThereCannotBeTakenOut() {
    isRefused(
        HEAD + "uses:\n  seeds: {upwards: ~}\nbonus:\n  - {id: other, remove: true}\n",
        "第 6 行：应为 xinxiang-2022-110 在此处有的键，实为 upwards。没有可删除的内容。",
        "第 8 行：应为 xinxiang-2022-110 在此处有的 id，实为 other。没有可删除的内容。");
  }

  @Test
  void contradictionWithWhatIsTakenOverIsRefusedAtTheLineThatMakesIt() {
    isRefused(
        HEAD + "indicators:\n  - {id: \"1.1\", points: 14}\n", "第 5 行：应为技术创新指标的分值合计 100，实为合计 102。");
    isRefused(
        HEAD + "categories:\n  - {id: growth, remove: true}\n",
        "第 3 行：应为已知的键（technology、auxiliary），实为 growth。",
        "第 3 行：应为一级指标之一（technology、auxiliary），实为 growth。");
  }

  @Test
  void stagesHaveToCoverEveryoneInEveryYear() {
    isRefused(
        HEAD + "stages:\n  - {id: mature, when: {revenue: {from: {byYear: {2027: 12000}}}}}\n",
        "第 5 行：应为覆盖所有企业的阶段，实为没有阶段包含 营业收入 [10000, 12000)、足年 [0, 4)。",
        "第 5 行：应为覆盖所有企业的阶段，实为没有阶段包含 营业收入 [10000, 12000)、足年 [4, ∞)。");
  }

  @Test
  void yearsThatContradictAreRefused() {
    Changed late = Changed.of("atLeast: 2/3", "atLeast: {byYear: {2024: 2/3}}");
    late.isRefused(
        "第 %d 行：应为不晚于施行年度 2022 的第一个年度，实为 2024。施行之初没有值可用，请补上 2022 年度的值。"
            .formatted(late.line("byYear: {2024: 2/3")));
    Changed twice = Changed.of("atLeast: 2/3", "atLeast: {byYear: {2022: 2/3, 2022: 1/2}}");
    twice.isRefused(
        "第 %d 行：应为依次递增的年度，实为 2022 在 2022 之后。同一年度只能有一个值。".formatted(twice.line("atLeast: {byYear")));
    Changed back = Changed.of("atLeast: 2/3", "atLeast: {byYear: {2022: 2/3, 2021: 1/2}}");
    back.isRefused(
        "第 %d 行：应为依次递增的年度，实为 2021 在 2022 之后。同一年度只能有一个值。".formatted(back.line("atLeast: {byYear")));
    Changed word = Changed.of("atLeast: 2/3", "atLeast: {byYear: {明年: 1/2}}");
    word.isRefused("第 %d 行：应为四位年度（如 2027），实为“明年”。".formatted(word.line("byYear: {明")));
    Changed beside = Changed.of("atLeast: 2/3", "atLeast: {byYear: {2022: 1/2}, to: 1}");
    beside.isRefused(
        "第 %d 行：应为单独的 byYear: {年度: 值}，实为若干“键: 值”。分年度的值不与其他键并列。"
            .formatted(beside.line("atLeast: {byYear")));
  }

  @Test
  void whatNamesARulebookIsNotDated() {
    Changed changed =
        Changed.of("effectiveFrom: 2022-12-30", "effectiveFrom: {byYear: {2022: 2022-12-30}}");
    changed.isRefused("第 %d 行：应为一个值，实为若干“键: 值”。".formatted(changed.line("effectiveFrom:")));
  }

  @Test
  void textOfAYearHasTheValuesOfThatYear() {
    Changed changed = Changed.of("atLeast: 2/3", "atLeast: {byYear: {2020: 2/3, 2025: 1/2}}");
    Rulebook rulebook = RulebookLoader.load("x.yaml", changed.text());
    assertThat(rulebook.since()).isEqualTo(2022);
    assertThat(rulebook.inYear(2019).coverage().thresholdWhole()).isEqualTo(3);
    assertThat(rulebook.inYear(2024).coverage().thresholdWhole()).isEqualTo(3);
    assertThat(rulebook.inYear(2025).coverage().thresholdWhole()).isEqualTo(2);
  }

  @Test
  void englishTitleIsEnglish() {
    Changed changed = Changed.of("en: Mature", "en: 成熟");
    changed.isRefused("第 %d 行：应为英文名称，实为“成熟”。".formatted(changed.line("en: 成熟")));
  }

  @Test
  void servicesAreOfKnownStagesEachOnce() {
    Changed unknown = Changed.of("stages: [mature]", "stages: [old]");
    unknown.isRefused(
        "第 %d 行：应为 mature、expansion、growth、startup 之一，实为 old。"
            .formatted(unknown.line("stages: [old]")));
    Changed twice = Changed.of("stages: [mature]", "stages: [mature, growth]");
    twice.isRefused(
        "第 %d 行：应为每个阶段一处服务，实为 growth 有两处。".formatted(twice.line("stages: [mature, growth]")));
    Changed english =
        Changed.of("en: [Technical guidance by leading enterprises of the industry, ", "en: [");
    english.isRefused(
        "第 %d 行：应为与 items 一一对应的 3 项英文，实为 2 项。".formatted(english.line("en: [Recruitment")));
  }
}
