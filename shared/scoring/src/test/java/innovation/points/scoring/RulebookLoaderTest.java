package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each refusal with its whole message, on the built-in rulebook with one thing changed. */
class RulebookLoaderTest {
  private static final String TEXT = Rulebooks.named("xinxiang-2022-110").text();

  /** A copy of the rulebook with one place changed; speaks of lines by their content. */
  private record Changed(String text) {
    static Changed of(String from, String to) {
      int at = TEXT.indexOf(from);
      assertThat(at).as("the rulebook has " + from).isNotNegative();
      return new Changed(TEXT.substring(0, at) + to + TEXT.substring(at + from.length()));
    }

    Changed and(String from, String to) {
      int at = text.indexOf(from);
      assertThat(at).as("the rulebook has " + from).isNotNegative();
      return new Changed(text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The number of the line in which a text first starts. */
    int line(String content) {
      int at = text.indexOf(content);
      assertThat(at).as("the changed rulebook has " + content).isNotNegative();
      return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    void isRefused(String... problems) {
      assertThat(problems(text)).containsExactly(problems);
    }
  }

  private static List<String> problems(String text) {
    RulebookException refused =
        catchThrowableOfType(
            RulebookException.class, () -> RulebookLoader.load("changed.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }

  @Test
  void messageNamesTheFileAndHasEveryProblem() {
    Changed changed =
        Changed.of("effectiveFrom: 2022-12-30", "effectiveFrom: 明天").and("places: 2", "places: 9");
    assertThatExceptionOfType(RulebookException.class)
        .isThrownBy(() -> RulebookLoader.load("changed.yaml", changed.text()))
        .withMessage(
            "规则文件 changed.yaml 有 2 处问题：\n第 %d 行：应为日期（如 2022-12-30），实为“明天”。\n第 %d 行：应为 0 到 6 的整数，实为 9。",
            changed.line("effectiveFrom"), changed.line("places: 9"));
  }

  @Test
  void duplicateKeyIsRefused() {
    Changed changed = Changed.of("    points: 14\n", "    points: 14\n    points: 12\n");
    int line = changed.line("points: 12\n    value: {sum");
    changed.isRefused("第 %d 行：应为不重复的键，实为又一个 points。第一个在第 %d 行，不知道以哪个为准。".formatted(line, line - 1));
  }

  @Test
  void unknownKeyIsRefused() {
    Changed changed = Changed.of("coverage: {atLeast: 2/3", "coverage: {atMost: 1, atLeast: 2/3");
    changed.isRefused(
        "第 %d 行：应为已知的键（atLeast、cite、basis、note），实为 atMost。".formatted(changed.line("atMost")));
  }

  @Test
  void unknownKeyAtTheTopIsRefused() {
    Changed changed = new Changed(TEXT + "\nsurprise: 1\n");
    changed.isRefused("第 %d 行：应为已知的键（本段的键），实为 surprise。".formatted(changed.line("surprise")));
  }

  @Test
  void missingKeyIsRefused() {
    Changed changed = Changed.of("    points: 14\n", "");
    changed.isRefused("第 %d 行：应为写有 points，实为没有。".formatted(changed.line("id: \"1.7\"")));
  }

  @Test
  void pointsHaveToAddUp() {
    Changed changed = Changed.of("points: 14\n", "points: 13.5\n");
    changed.isRefused(
        "第 %d 行：应为技术创新指标的分值合计 100，实为合计 99.5。".formatted(changed.line("indicators:\n")));
  }

  @Test
  void weightsHaveToAddUp() {
    Changed changed =
        Changed.of("{technology: 0.35, growth: 0.45,", "{technology: 0.35, growth: 0.40,");
    changed.isRefused("第 %d 行：应为合计为 1 的权重，实为合计 0.95。".formatted(changed.line("technology: 0.35")));
  }

  @Test
  void negativeWeightIsRefused() {
    Changed changed =
        Changed.of("{technology: 0.35, growth: 0.45,", "{technology: -0.35, growth: 1.15,");
    changed.isRefused("第 %d 行：应为不小于 0 的权重，实为 -0.35。".formatted(changed.line("technology: -0.35")));
  }

  @Test
  void weightOfNoCategoryIsRefused() {
    Changed changed = Changed.of("{technology: 0.35,", "{tecnology: 0.35,");
    int line = changed.line("tecnology");
    changed.isRefused(
        "第 %d 行：应为写有 technology，实为没有。".formatted(line),
        "第 %d 行：应为已知的键（technology、growth、auxiliary），实为 tecnology。".formatted(line));
  }

  @Test
  void fallingCurveIsRefused() {
    Changed changed = Changed.of("[10, 0.2], [30, 1]", "[10, 0.2], [30, 0.1]");
    changed.isRefused(
        "第 %d 行：应为不下降的曲线，实为得分比例由 0.2 降到 0.1。做得更好不能得分更少。".formatted(changed.line("[30, 0.1]")));
  }

  @Test
  void curveThatStartsBelowZeroIsRefused() {
    Changed changed = Changed.of("knots: [[0, 0], [10, 0.2]", "knots: [[0, -0.1], [10, 0.2]");
    changed.isRefused("第 %d 行：应为 0 到 1 之间的得分比例，实为 -0.1。".formatted(changed.line("[0, -0.1]")));
  }

  @Test
  void curveAboveTheFullPointsIsRefused() {
    Changed changed = Changed.of("[10, 0.2], [30, 1]", "[10, 0.2], [30, 1.2]");
    changed.isRefused("第 %d 行：应为 0 到 1 之间的得分比例，实为 1.2。".formatted(changed.line("[30, 1.2]")));
  }

  @Test
  void curveWhoseValuesDoNotRiseIsRefused() {
    Changed changed = Changed.of("[10, 0.2], [30, 1]", "[10, 0.2], [10, 1]");
    changed.isRefused("第 %d 行：应为大于前一折点的值，实为 10 在 10 之后。".formatted(changed.line("[10, 1]")));
  }

  @Test
  void knotThatIsNoPairIsRefused() {
    Changed changed = Changed.of("[10, 0.2], [30, 1]", "[10, 0.2, 3], [30, 1]");
    changed.isRefused("第 %d 行：应为折点 [值, 得分比例]，实为有 3 项的列表。".formatted(changed.line("[10, 0.2, 3]")));
  }

  @Test
  void curveForEveryStageIsNeeded() {
    Changed changed =
        Changed.of("{startup: 200, growth: 500, expansion: 600, mature: 2000}", "{growth: 500}");
    changed.isRefused(
        "第 %d 行：应为每个阶段一条曲线，实为没有 mature、expansion、startup 的。"
            .formatted(changed.line("{growth: 500}")));
  }

  @Test
  void twoCurvesForOneStageAreRefused() {
    Changed changed =
        Changed.of(
            "fullAt: {startup: 300, growth: 1200, expansion: 6000}",
            "fullAt: {startup: 300, growth: 1200, expansion: 6000, mature: 1}");
    changed.isRefused("第 %d 行：应为每个阶段一条曲线，实为 mature 的又一条。".formatted(changed.line("mature: 1}")));
  }

  @Test
  void curveOfAnUnknownStageIsRefused() {
    Changed changed =
        Changed.of(
            "{startup: 200, growth: 500, expansion: 600, mature: 2000}",
            "{startup: 200, growth: 500, expansion: 600, mature: 2000, old: 1}");
    changed.isRefused(
        "第 %d 行：应为阶段之一（mature、expansion、growth、startup），实为 old。".formatted(changed.line("old: 1")));
  }

  @Test
  void fullMarkOfZeroIsRefused() {
    Changed changed = Changed.of("fullAt: {startup: 200,", "fullAt: {startup: 0,");
    changed.isRefused("第 %d 行：应为大于 0 的数，实为 0。".formatted(changed.line("{startup: 0,")));
  }

  @Test
  void shareForAnAmountIsRefused() {
    Changed changed =
        Changed.of("curve: {knots: [[0, 0], [10, 0.2], [30, 1]],", "curve: {asShare: true,");
    changed.isRefused(
        "第 %d 行：应为有折点的曲线，实为 asShare。只有 any 和 best 的值是得分比例。"
            .formatted(changed.line("asShare: true")));
  }

  @Test
  void gapBetweenStagesIsRefused() {
    Changed changed = Changed.of("{from: 2000, below: 10000}", "{from: 3000, below: 10000}");
    changed.isRefused(
        "第 %d 行：应为覆盖所有企业的阶段，实为没有阶段包含 营业收入 [2000, 3000)、足年 [0, 4)。"
            .formatted(changed.line("stages:\n")),
        "第 %d 行：应为覆盖所有企业的阶段，实为没有阶段包含 营业收入 [2000, 3000)、足年 [4, ∞)。"
            .formatted(changed.line("stages:\n")));
  }

  @Test
  void gapInAgeIsRefused() {
    Changed changed = Changed.of("age: {from: 4}", "age: {from: 5}");
    changed.isRefused(
        "第 %d 行：应为覆盖所有企业的阶段，实为没有阶段包含 营业收入 [0, 2000)、足年 [4, 5)。"
            .formatted(changed.line("stages:\n")));
  }

  @Test
  void stageNobodyReachesIsRefused() {
    Changed changed =
        Changed.of("{from: 2000, below: 10000}", "{from: 10000, below: 20000}")
            .and(
                "when: {revenue: {below: 2000}, age: {from: 4}}",
                "when: {revenue: {below: 10000}, age: {from: 4}}")
            .and(
                "when: {revenue: {below: 2000}, age: {below: 4}}",
                "when: {revenue: {below: 10000}, age: {below: 4}}");
    changed.isRefused(
        "第 %d 行：应为有企业能进入的阶段，实为 expansion 的情况都已属于前面的阶段。".formatted(changed.line("id: expansion")));
  }

  @Test
  void boundsTheWrongWayRoundAreRefused() {
    Changed changed = Changed.of("{from: 2000, below: 10000}", "{from: 10000, below: 2000}");
    changed.isRefused(
        "第 %d 行：应为小于 below 的 from，实为 from 10000、below 2000。"
            .formatted(changed.line("{from: 10000, below")));
  }

  @Test
  void duplicateIdIsRefused() {
    Changed changed = Changed.of("id: \"1.2\"", "id: \"1.1\"");
    changed.isRefused(
        "第 %d 行：应为不重复的 id，实为 1.1。".formatted(changed.line("id: \"1.1\"\n    name: 研发费用增速")));
  }

  @Test
  void misspeltFieldIsRefused() {
    Changed changed = Changed.of("{amount: rdExpense}", "{amount: rdExpens}");
    changed.isRefused(
        "第 %d 行：应为 datasets 中声明的企业字段，实为 rdExpens。".formatted(changed.line("{amount: rdExpens}")));
  }

  @Test
  void misspeltFieldOfItemsIsRefused() {
    Changed changed = Changed.of("where: {university: [是]}", "where: {universty: [是]}");
    changed.isRefused(
        "第 %d 行：应为 technology-contracts 的字段（contract、kind、amount、university），实为 universty。"
            .formatted(changed.line("universty")));
  }

  @Test
  void itemsOfAnUnknownDatasetAreRefused() {
    Changed changed =
        Changed.of("items: {dataset: technology-contracts}", "items: {dataset: contracts}");
    changed.isRefused(
        "第 %d 行：应为 datasets 中声明的明细数据集，实为 contracts。"
            .formatted(changed.line("{dataset: contracts}")));
  }

  @Test
  void stateThatItemsDoNotHaveIsRefused() {
    Changed changed =
        Changed.of(
            "whenItem: {dataset: innovation-records, where: {kind: [研发或创新平台]}, state: revoked}",
            "whenItem: {dataset: innovation-records, where: {kind: [研发或创新平台]}, state: lapsed}");
    changed.isRefused(
        "第 %d 行：应为 innovation-records 的 inForce 能判断的状态，实为 lapsed。它没有写明需要的日期字段。"
            .formatted(changed.line("[研发或创新平台]}, state: lapsed")));
  }

  @Test
  void unknownFormulaIsRefused() {
    Changed changed = Changed.of("{growth: rdExpense}", "{groth: rdExpense}");
    changed.isRefused(
        "第 %d 行：应为算法之一（amount、growth、ratio、sum、count、best、any），实为 groth。"
            .formatted(changed.line("{groth")));
  }

  @Test
  void citationIsNeeded() {
    Changed changed =
        Changed.of("roster: {dataset: enterprises, cite: 三(一)}", "roster: {dataset: enterprises}");
    changed.isRefused(
        "第 %d 行：应为写有 cite 或 basis: default 之一，实为都没有。每条规则要么有文件依据，要么由本系统设定。"
            .formatted(changed.line("roster:")));
  }

  @Test
  void citationAndDefaultTogetherAreRefused() {
    Changed changed = Changed.of("cite: 三(一)}", "cite: 三(一), basis: default}");
    changed.isRefused(
        "第 %d 行：应为写有 cite 或 basis: default 之一，实为两者都有。每条规则要么有文件依据，要么由本系统设定。"
            .formatted(changed.line("roster:")));
  }

  @Test
  void otherBasisIsRefused() {
    Changed changed =
        Changed.of(
            "coverage: {atLeast: 2/3, basis: default}", "coverage: {atLeast: 2/3, basis: guess}");
    changed.isRefused("第 %d 行：应为 default，实为“guess”。".formatted(changed.line("coverage:")));
  }

  @Test
  void wordForANumberIsRefused() {
    Changed changed = Changed.of("points: 14\n", "points: 十四\n");
    assertThat(problems(changed.text()))
        .contains("第 %d 行：应为一个数，实为“十四”。".formatted(changed.line("points: 十四")));
  }

  @Test
  void coverageAboveOneIsRefused() {
    Changed changed = Changed.of("atLeast: 2/3", "atLeast: 3/2");
    changed.isRefused("第 %d 行：应为不大于 1 的分数（如 2/3），实为“3/2”。".formatted(changed.line("atLeast")));
  }

  @Test
  void orderOfTheTotalHasEveryStepOnce() {
    Changed changed =
        Changed.of(
            "[weigh, deduct, add-bonus, floor, decay, round]",
            "[weigh, deduct, floor, decay, round]");
    changed.isRefused(
        "第 %d 行：应为 weigh 在前、round 在后，中间 deduct、add-bonus、floor、decay 各一次，实为 weigh、deduct、floor、decay、round。"
            .formatted(changed.line("order:")));
  }

  @Test
  void decayThatRisesIsRefused() {
    Changed changed = Changed.of("factors: {9: 0.9, 14: 0.7}", "factors: {9: 0.7, 14: 0.9}");
    changed.isRefused(
        "第 %d 行：应为起点上升、系数下降的各档，实为 14: 0.9。".formatted(changed.line("factors: {9: 0.7")));
  }

  @Test
  void factorAboveOneIsRefused() {
    Changed changed = Changed.of("factors: {9: 0.9, 14: 0.7}", "factors: {9: 1.9, 14: 0.7}");
    changed.isRefused("第 %d 行：应为不大于 1 的系数，实为 1.9。".formatted(changed.line("factors: {9: 1.9")));
  }

  @Test
  void decayOfAnUnknownStageIsRefused() {
    Changed changed = Changed.of("by: {ageInStage: growth}", "by: {ageInStage: 成长期}");
    changed.isRefused(
        "第 %d 行：应为阶段之一（mature、expansion、growth、startup），实为成长期。"
            .formatted(changed.line("ageInStage")));
  }

  @Test
  void otherWayOfRankingIsRefused() {
    Changed changed = Changed.of("ties: share-and-skip", "ties: dense");
    changed.isRefused("第 %d 行：应为 share-and-skip，实为“dense”。".formatted(changed.line("ties: dense")));
  }

  @Test
  void fieldOfTwoDatasetsIsRefused() {
    Changed changed = Changed.of("fields: {exports: 出口总额}", "fields: {exports: 出口总额, revenue: 收入}");
    changed.isRefused(
        "第 %d 行：应为其他数据集没有的字段，实为 revenue。operations 中已有，分不清用哪个。"
            .formatted(changed.line("id: trade")));
  }

  @Test
  void datasetIsOneRowOrItems() {
    Changed changed = Changed.of("    absent: zero\n    fields: {exports", "    fields: {exports");
    assertThat(problems(changed.text()))
        .contains(
            "第 %d 行：应为写有 absent（每家企业一行）或 count（明细）之一，实为都没有。".formatted(changed.line("id: trade")));
  }

  @Test
  void listWhereAValueIsExpectedIsRefused() {
    Changed changed = Changed.of("id: xinxiang-2022-110", "id: [a, b]");
    changed.isRefused("第 %d 行：应为一个值，实为有 2 项的列表。".formatted(changed.line("id: [a")));
  }

  @Test
  void valueWhereASectionIsExpectedIsRefused() {
    Changed changed =
        Changed.of("roster: {dataset: enterprises, cite: 三(一)}", "roster: enterprises");
    changed.isRefused("第 %d 行：应为若干“键: 值”，实为“enterprises”。".formatted(changed.line("roster:")));
  }

  @Test
  void brokenYamlIsRefusedAtItsLine() {
    Changed changed =
        Changed.of("roster: {dataset: enterprises, cite: 三(一)}", "roster: {dataset: enterprises");
    assertThat(problems(changed.text()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("第 ")
        .contains("行：应为合法的 YAML，实为读不下去的内容。（");
  }

  @Test
  void emptyFileIsRefused() {
    assertThat(problems("")).containsExactly("第 1 行：应为一份规则，实为空文件。");
    assertThat(problems("# 只有注释\n")).containsExactly("第 1 行：应为一份规则，实为空文件。");
  }

  @Test
  void allProblemsComeAtOnceInTheOrderOfLines() {
    Changed changed =
        Changed.of("ties: share-and-skip", "ties: dense")
            .and("atLeast: 2/3", "atLeast: 很多")
            .and("[10, 0.2], [30, 1]", "[10, 0.2], [30, 0.1]");
    assertThat(problems(changed.text()))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("很多"),
            second -> assertThat(second).contains("降到"),
            third -> assertThat(third).contains("dense"));
  }

  @Test
  void sameTextHasTheSameDigest() {
    Rulebook one = RulebookLoader.load("a.yaml", TEXT);
    assertThat(one.digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(RulebookLoader.load("b.yaml", TEXT).digest());
    assertThat(RulebookLoader.load("a.yaml", TEXT + "\n").digest()).isNotEqualTo(one.digest());
    assertThat(one.text()).isEqualTo(TEXT);
  }
}
