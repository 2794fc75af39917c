package innovation.points.scoring.library;

import static innovation.points.scoring.Changed.ORIGINAL;
import static innovation.points.scoring.Changed.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import innovation.points.scoring.Changed;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import org.junit.jupiter.api.Test;

/** What a rulebook's form has to be: each refusal with its whole message. */
class RulebookLoaderTest {
  @Test
  void messageNamesTheFileAndHasEveryProblem() {
    Changed changed =
        Changed.of("effectiveFrom: 2022-12-30", "effectiveFrom: 明天").and("places: 2", "places: 9");
    assertThatExceptionOfType(RulebookException.class)
        .isThrownBy(() -> RulebookLoader.load("changed.yaml", changed.text()))
        .withMessage(
            """
            规则文件 changed.yaml 有 2 处问题：
            第 %d 行：应为日期（如 2022-12-30），实为“明天”。
            第 %d 行：应为 0 到 6 的整数，实为 9。\
            """,
            changed.line("effectiveFrom"), changed.line("places: 9"));
  }

  @Test
  void duplicateKeyIsRefused() {
    Changed changed = Changed.of("    points: 14\n", "    points: 14\n    points: 12\n");
    int line = changed.line("points: 12\n    value: {sum");
    changed.isRefused(
        "第 %d 行：应为不重复的键，实为重复的 points。第一个在第 %d 行，无法确定以哪一个为准。".formatted(line, line - 1));
  }

  @Test
  void unknownKeyIsRefused() {
    Changed changed = Changed.of("coverage: {atLeast: 2/3", "coverage: {atMost: 1, atLeast: 2/3");
    changed.isRefused(
        "第 %d 行：应为已知的键（atLeast、missing、unverified、cite、basis、note），实为 atMost。"
            .formatted(changed.line("atMost")));
  }

  @Test
  void unknownKeyAtTheTopIsRefused() {
    Changed changed = new Changed(ORIGINAL + "\nsurprise: 1\n");
    changed.isRefused("第 %d 行：应为已知的键（本段的键），实为 surprise。".formatted(changed.line("surprise")));
  }

  @Test
  void missingKeyIsRefused() {
    Changed changed = Changed.of("    points: 14\n", "");
    changed.isRefused("第 %d 行：应为写有 points，实为没有。".formatted(changed.line("id: \"1.7\"")));
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
        "第 %d 行：应为 technology-contracts 的字段（contract、kind、amount、university、side），实为 universty。"
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
        Changed.of("unverified: count, basis: default}", "unverified: count, basis: guess}");
    changed.isRefused("第 %d 行：应为 default，实为“guess”。".formatted(changed.line("coverage:")));
  }

  @Test
  void wordForANumberIsRefused() {
    Changed changed = Changed.of("points: 14\n", "points: 十四\n");
    assertThat(problems(changed.text()))
        .contains("第 %d 行：应为一个数，实为“十四”。".formatted(changed.line("points: 十四")));
  }

  @Test
  void fieldOfTwoDatasetsIsRefused() {
    Changed changed = Changed.of("fields: {exports: 出口总额}", "fields: {exports: 出口总额, revenue: 收入}");
    changed.isRefused(
        "第 %d 行：应为其他数据集没有的字段，实为 revenue。operations 中已有，无法确定应取哪一个。"
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
        .contains("行：应为合法的 YAML，实为无法解析的内容。（");
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
    Rulebook one = RulebookLoader.load("a.yaml", ORIGINAL);
    assertThat(one.digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(RulebookLoader.load("b.yaml", ORIGINAL).digest());
    assertThat(RulebookLoader.load("a.yaml", ORIGINAL + "\n").digest()).isNotEqualTo(one.digest());
    assertThat(one.text()).isEqualTo(ORIGINAL);
  }
}
