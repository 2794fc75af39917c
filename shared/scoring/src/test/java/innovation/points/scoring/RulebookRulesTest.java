package innovation.points.scoring;

import org.junit.jupiter.api.Test;

/** What the rules of a rulebook have to be: each refusal with its whole message. */
class RulebookRulesTest {
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
        "第 %d 行：应为不下降的曲线，实为得分比例由 0.2 降到 0.1。指标值提高，得分不得降低。".formatted(changed.line("[30, 0.1]")));
  }

  @Test
  void knotsThatNoStageUsesAreRefused() {
    Changed changed =
        Changed.of(
            "fullAt: {startup: 200, growth: 500, expansion: 600, mature: 2000}",
            "fullAt: {startup: 200, growth: 500, expansion: 600, mature: 2000}, knots: [[0, 0], [9,"
                + " 1]]");
    changed.isRefused(
        "第 %d 行：应为至少一个阶段用到的 knots，实为各阶段在 fullAt 或 stages 中都另有曲线。去掉 knots，或写 fullAt: ~、stages: ~ 去掉另外的。"
            .formatted(changed.line("[9, 1]")));
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
    changed.isRefused("第 %d 行：应为每个阶段一条曲线，实为 mature 有两条。".formatted(changed.line("mature: 1}")));
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
}
