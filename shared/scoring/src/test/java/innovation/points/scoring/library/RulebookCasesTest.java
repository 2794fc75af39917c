package innovation.points.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innovation.points.scoring.rulebook.RulebookException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases attached to a rulebook are run when it is loaded, and refuse it where they fail. */
class RulebookCasesTest {
  private static final String TEXT = Rulebooks.named("xinxiang-2022-110").text();
  private static final int LINES = (int) TEXT.lines().count();

  /** Worked examples 3 and 6 of the rules, and one of the negative list. */
  private static final String CASES =
      """
      cases:
        baseline:
          2024: {registeredOn: 2015-12-31, revenue: 900, rdExpense: 200}
          2025: {registeredOn: 2015-12-31, revenue: 1000, rdExpense: 250, rating: 良好}
        list:
          - case: 例3
            rule: §3
            year: 2025
            expect: {status: scored, stage: growth, indicators: {"1.1": 6, "1.2": 7.2, "1.3": 12, "1.4": missing}, ranked: false}
          - case: 警示与重大项目
            year: 2025
            facts: {2025: {rating: 警示}}
            items:
              innovation-records:
                - {record: A, kind: 重大科技项目, level: 国家级, title: 重大, obtainedOn: 2025-05-01}
            expect: {deductions: {environment-warning: -5}, bonus: {major-project: 3}, decay: {growth-stay: 0.9}, factor: 0.9}
          - case: 不良
            year: 2025
            facts: {2025: {rating: 不良}}
            expect: {status: excluded, reasons: [environment-bad]}
          - case: 没有收入
            year: 2025
            facts: {2025: {revenue: ~}}
            expect: {status: incomplete, missing: [revenue]}
          - case: 部门没有报送技术合同
            year: 2025
            undelivered: {2025: [technology-contracts]}
            published: {2024: growth}
            expect: {indicators: {"1.7": missing}}
      """;

  private static List<String> problems(String yaml) {
    RulebookException refused =
        catchThrowableOfType(
            RulebookException.class, () -> RulebookLoader.load("x.yaml", TEXT + yaml));
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  @Test
  void takesARulebookWhoseCasesHold() {
    assertThat(RulebookLoader.load("x.yaml", TEXT + CASES).id()).isEqualTo("xinxiang-2022-110");
  }

  @Test
  void refusesOneWhoseCasesFailAndNamesEveryDifference() {
    String wrong =
        CASES
            .replace("\"1.2\": 7.2", "\"1.2\": 7.3")
            .replace("stage: growth, indicators", "stage: mature, indicators")
            .replace("[environment-bad]", "[credit]")
            .replace("growth-stay: 0.9}, factor: 0.9", "growth-stay: 0.7}, factor: 0.9")
            .replace("{\"1.7\": missing}", "{\"1.7\": 0}");
    assertThat(problems(wrong))
        .containsExactly(
            "第 %d 行：案例“例3”的 stage 应为 mature，实为 growth。".formatted(LINES + 9),
            "第 %d 行：案例“例3”的 indicators.1.2 应为 7.3，实为 7.2。".formatted(LINES + 9),
            "第 %d 行：案例“警示与重大项目”的 decay.growth-stay 应为 0.7，实为 0.9。".formatted(LINES + 16),
            "第 %d 行：案例“不良”的 reasons 应为 credit，实为 environment-bad。".formatted(LINES + 20),
            "第 %d 行：案例“部门没有报送技术合同”的 indicators.1.7 应为 0，实为 missing。".formatted(LINES + 29));
  }

  @Test
  void namesWhatACaseCannotSay() {
    String wrong =
        CASES
            .replace("revenue: 900", "income: 900")
            .replace("status: excluded,", "result: excluded,")
            .replace("[technology-contracts]", "[contracts]")
            .replace("innovation-records:", "records:");
    assertThat(problems(wrong))
        .containsExactly(
            "第 %d 行：应为 datasets 中声明的企业字段，实为 income。".formatted(LINES + 3),
            "第 %d 行：应为 datasets 中声明的明细数据集，实为 records。".formatted(LINES + 14),
            ("第 %d 行：应为已知的键（bonus、categories、coverage、decay、deductions、factor、indicators、missing、"
                    + "ranked、reasons、stage、status、total、weighted），实为 result。")
                .formatted(LINES + 20),
            "第 %d 行：应为 datasets 中声明的数据集，实为 contracts。".formatted(LINES + 27));
  }

  @Test
  void asksForCasesThatExpectSomething() {
    assertThat(problems("cases:\n  list:\n    - {case: 空, year: 2025, expect: {}}\n"))
        .containsExactly("第 %d 行：应为至少一项预期结果，实为没有。".formatted(LINES + 3));
  }

  @Test
  void readsAVariantWhoseCasesAreKnownNotToHold() {
    String wrong = CASES.replace("\"1.2\": 7.2", "\"1.2\": 7.3");
    assertThat(RulebookLoader.read("x.yaml", TEXT + wrong).id()).isEqualTo("xinxiang-2022-110");
  }
}
