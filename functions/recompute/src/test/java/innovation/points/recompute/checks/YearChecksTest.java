package innovation.points.recompute.checks;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.recompute.checks.YearChecks.Earlier;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunCheck.Level;
import innovation.points.store.settings.Limits;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YearChecksTest {

  private static final Rulebook RULES = Rulebooks.builtIn().getFirst();
  private static final Set<String> ALL =
      Set.of(
          "operations",
          "trade",
          "workforce",
          "intellectual-property",
          "investment",
          "credit",
          "environment",
          "safety",
          "technology-contracts",
          "innovation-records",
          "qualifications");
  private static final FileFindings NOTHING = new FileFindings(0, 0);
  private static final Earlier NEVER = new Earlier(null, null, null, "");

  @Test
  void nothingToLookAtIsSaidOfEachCheck() {
    var last = pointer(2024, RULES.id(), RULES.digest(), 90);

    var checks =
        new YearChecks(
                2025,
                RULES,
                true,
                ALL,
                counts(100, 10, 81),
                55.5,
                NOTHING,
                0,
                new Earlier(null, last, 50.0, RULES.title()),
                Limits.DEFAULT)
            .all();

    assertThat(checks).extracting(RunCheck::level).containsOnly(Level.INFO);
    assertThat(checks)
        .extracting(RunCheck::text)
        .containsExactly(
            "评价所用的数据集均已有部门报送的有效文件。",
            "名录内 100 家企业中 10 家因缺少数据无法评价，占 10%。",
            "排名企业 81 家，上年 90 家。",
            "没有待确认的文件。",
            "已计入的文件中没有存疑数值。",
            "没有尚未答复的问题。",
            "评价规则为“新乡高新区企业创新积分评价规则”，与上次公布所用的相同。",
            "总分中位数 55.5 分，上年 50 分。");
  }

  @Test
  void aDatasetThatNobodyDeliveredBlocks() {
    var delivered = new HashSet<>(ALL);
    delivered.remove("operations");
    delivered.remove("safety");

    assertThat(check("undelivered", delivered, counts(10, 0, 10), null, NOTHING, 0, NEVER))
        .isEqualTo(
            new RunCheck(
                "undelivered",
                Level.BLOCK,
                2.0,
                0.0,
                "2 个评价所用的数据集没有部门报送的有效文件：经营情况（税务局）、安全生产（应急管理局）。"
                    + "请催报并在入库后重新计算；确需在缺数情况下公布的，由审批人说明理由。"));
  }

  @Test
  void theRosterAndTheStagesOfEarlierYearsAreNotAskedFor() {
    var names = check("undelivered", Set.of(), counts(10, 0, 10), null, NOTHING, 0, NEVER).text();

    assertThat(names).startsWith("11 个评价所用的数据集").doesNotContain("企业名录", "历年评价阶段");
  }

  @Test
  void moreIncompleteThanTheLimitBlocks() {
    assertThat(check("incomplete-share", ALL, counts(200, 21, 170), null, NOTHING, 0, NEVER))
        .isEqualTo(
            new RunCheck(
                "incomplete-share",
                Level.BLOCK,
                0.105,
                0.1,
                "名录内 200 家企业中 21 家因缺少数据无法评价，占 10.5%，超过 10% 的限度。" + "请按补数清单补齐后重新计算，或由审批人说明理由。"));
  }

  @Test
  void fewerRankedThanTheYearBeforeBlock() {
    var before =
        new Earlier(null, pointer(2024, RULES.id(), RULES.digest(), 100), 50.0, RULES.title());

    assertThat(check("ranked-drop", ALL, counts(100, 0, 89), 50.0, NOTHING, 0, before))
        .isEqualTo(
            new RunCheck(
                "ranked-drop",
                Level.BLOCK,
                0.11,
                0.1,
                "排名企业 89 家，上年 100 家，减少 11%，超过 10% 的限度。" + "请核对企业名录和各部门文件是否完整，重新计算，或由审批人说明理由。"));
    assertThat(check("ranked-drop", ALL, counts(100, 0, 90), 50.0, NOTHING, 0, before).level())
        .as("at the limit")
        .isEqualTo(Level.INFO);
  }

  @Test
  void heldFilesImplausibleFiguresAndOpenQuestionsWarn() {
    var files = new FileFindings(2, 7);

    assertThat(check("held-files", ALL, counts(1, 0, 1), null, files, 3, NEVER).text())
        .isEqualTo("2 个文件待确认，尚未计入。请在“数据报送”页逐个确认或退回；确认后需重新计算。");
    assertThat(check("implausible-figures", ALL, counts(1, 0, 1), null, files, 3, NEVER))
        .isEqualTo(
            new RunCheck(
                "implausible-figures",
                Level.WARN,
                7.0,
                0.0,
                "已计入的文件中有 7 个存疑数值（超出常见范围、与上年相差悬殊或前后不一致）。请对照校验结果与报送部门核实。"));
    assertThat(check("open-questions", ALL, counts(1, 0, 1), null, files, 3, NEVER).text())
        .isEqualTo("3 件问题尚未答复。请先答复；问题成立的，更正数据后重新计算。");
  }

  @Test
  void anotherRulebookWarnsAndOneThatIsNotApprovedBlocks() {
    var year =
        new Earlier(
            pointer(2025, "older", "x", 1), pointer(2024, "oldest", "y", 1), null, "评价规则（试行）");
    var yearBefore = new Earlier(null, pointer(2024, RULES.id(), "y", 1), null, RULES.title());

    assertThat(check("rulebook-changed", ALL, counts(1, 0, 1), null, NOTHING, 0, year))
        .isEqualTo(
            new RunCheck(
                "rulebook-changed",
                Level.WARN,
                null,
                null,
                "评价规则为“新乡高新区企业创新积分评价规则”，2025 年度上次公布所用的是“评价规则（试行）”。请在“评价规则”页核对两者的差异。"));
    assertThat(check("rulebook-changed", ALL, counts(1, 0, 1), null, NOTHING, 0, yearBefore).text())
        .isEqualTo("评价规则为“新乡高新区企业创新积分评价规则”，内容与 2024 年度上次公布所用的不同。请在“评价规则”页核对两者的差异。");
    assertThat(
            new YearChecks(
                    2025,
                    RULES,
                    false,
                    ALL,
                    counts(1, 0, 1),
                    null,
                    NOTHING,
                    0,
                    NEVER,
                    Limits.DEFAULT)
                .all()
                .get(6))
        .isEqualTo(
            new RunCheck(
                "rulebook-changed",
                Level.BLOCK,
                null,
                null,
                "评价规则为“新乡高新区企业创新积分评价规则”，尚未批准。请先提交并批准该规则，再重新计算。"));
  }

  @Test
  void aMedianFarFromTheYearBeforeWarns() {
    var before =
        new Earlier(null, pointer(2024, RULES.id(), RULES.digest(), 1), 61.5, RULES.title());

    assertThat(check("median-shift", ALL, counts(1, 0, 1), 50.0, NOTHING, 0, before))
        .isEqualTo(
            new RunCheck(
                "median-shift",
                Level.WARN,
                11.5,
                10.0,
                "总分中位数 50 分，上年 61.5 分，相差 11.5 分，超过 10 分。请核对评价规则、金额单位和变动明细。"));
  }

  private static RunCheck check(
      String id,
      Set<String> delivered,
      GenerationCounts counts,
      @Nullable Double median,
      FileFindings files,
      int questions,
      Earlier earlier) {
    return new YearChecks(
            2025, RULES, true, delivered, counts, median, files, questions, earlier, Limits.DEFAULT)
        .all().stream().filter(check -> check.id().equals(id)).findFirst().orElseThrow();
  }

  private static GenerationCounts counts(int enterprises, int incomplete, int ranked) {
    return new GenerationCounts(
        enterprises, enterprises - incomplete, ranked, 0, incomplete, Map.of(), Map.of());
  }

  private static Pointer pointer(int year, String rulebook, String digest, int ranked) {
    return new Pointer(
        year, "g", Instant.EPOCH, rulebook, digest, counts(ranked, 0, ranked), "f", null, null);
  }
}
