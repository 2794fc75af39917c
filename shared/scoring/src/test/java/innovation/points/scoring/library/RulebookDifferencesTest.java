package innovation.points.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Deviation;
import innovation.points.scoring.rulebook.reader.RulebookDifferences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an approver reads of a draft: where it differs from the rules in force. */
class RulebookDifferencesTest {

  private static final Rulebook PARENT = Rulebooks.named("xinxiang-2022-110");

  private static Rulebook changed(String... replacements) {
    String text = PARENT.text();
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(text).contains(replacements[i]);
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return RulebookLoader.read("draft.yaml", text);
  }

  private static List<Deviation> to(Rulebook after) {
    return RulebookDifferences.between(PARENT, after);
  }

  @Test
  void nothingDiffersFromItself() {
    assertThat(to(PARENT)).isEmpty();
    assertThat(to(changed("id: xinxiang-2022-110", "id: another"))).isEmpty();
  }

  @Test
  void valuesWeightsAndCurvesAreSaidInWords() {
    Rulebook draft =
        changed(
            "growth: 500, expansion: 600, mature: 2000}",
            "growth: 400, expansion: 600, mature: 2000}",
            "weights: {technology: 0.30, growth: 0.40, auxiliary: 0.30}",
            "weights: {technology: 0.35, growth: 0.35, auxiliary: 0.30}");
    assertThat(to(draft))
        .containsExactly(
            new Deviation("阶段“扩张期”的权重的技术创新指标", "0.30", "0.35"),
            new Deviation("阶段“扩张期”的权重的成长经营指标", "0.40", "0.35"),
            new Deviation("指标“研发费用金额”曲线（成长期）", "0 万元得 0%，500 万元得 100%", "0 万元得 0%，400 万元得 100%"));
  }

  @Test
  void deductionsBonusesAndFactorsAreSaidWithoutWordsOfTheLanguage() {
    Rulebook draft =
        RulebookLoader.load(
            "draft.yaml",
            """
            id: draft
            title: %s
            extends: xinxiang-2022-110
            effectiveFrom: %s
            negativeList:
              - {id: environment-warning, effect: {deduct: 20}, basis: default}
            bonus:
              - {id: major-project, levels: {points: {国家级: 12}}, basis: default}
            decay:
              - {id: growth-stay, factors: {9: 1}, basis: default}
            """
                .formatted(PARENT.title(), PARENT.effectiveFrom()),
            List.of(PARENT));
    assertThat(to(draft))
        .contains(
            new Deviation("负面清单“环境信用等级警示”的扣分", "5", "20"),
            new Deviation("附加分“重大科技项目”的分值（国家级）", "3", "12"),
            new Deviation("衰减“在成长期停留”的系数（9）", "0.9", "1"))
        .extracting(Deviation::where)
        .noneMatch(where -> where.matches(".*[a-z].*"));
  }

  @Test
  void valuesByYearAreSaidByYear() {
    Rulebook draft =
        RulebookLoader.load(
            "draft.yaml",
            """
            id: draft
            title: 调整覆盖率
            extends: xinxiang-2022-110
            effectiveFrom: 2026-01-01
            coverage: {atLeast: {byYear: {2027: 1/2}}}
            """,
            List.of(PARENT));
    assertThat(to(draft))
        .containsExactly(
            new Deviation("名称", PARENT.title(), "调整覆盖率"),
            new Deviation("施行日期", PARENT.effectiveFrom().toString(), "2026-01-01"),
            new Deviation("数据覆盖率的最低比例", "2/3", "2022 年度起 2/3，2027 年度起 1/2"));
  }

  @Test
  void whatIsAddedOrRemovedIsNamed() {
    Rulebook draft =
        RulebookLoader.load(
            "draft.yaml",
            """
            id: draft
            title: %s
            extends: xinxiang-2022-110
            effectiveFrom: %s
            bonus: [{id: major-project, remove: true}]
            """
                .formatted(PARENT.title(), PARENT.effectiveFrom()),
            List.of(PARENT));
    assertThat(to(draft))
        .extracting(Deviation::before, Deviation::after)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("有", ""));
  }
}
