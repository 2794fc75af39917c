package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.C;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.key;
import static innovation.points.datasets.Files.messages;
import static innovation.points.datasets.Files.places;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedFile.Status;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.problem.ProblemGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows: which are taken, and what is said of the others. */
class RowsTest {

  private static final String HEADER = "统一社会信用代码,企业名称,营业收入(万元),净利润(万元)\n";
  private static final String RECORDS = "统一社会信用代码,编号,类别,级别,名称,取得日期,摘牌日期,恢复日期\n" + A + ",1,";
  private static final String CERTIFICATES = "统一社会信用代码,证书编号,资质,认定日期,有效期至,未通过重新认定\n" + A;
  private static final String STAFF = "统一社会信用代码,年末职工总数,科技人员数,研究生以上人员数,本科以上学历人员数\n" + A + ",";

  @TempDir Path folder;

  @Test
  void allProblemsOfAllRowsComeTogether() {
    String text = HEADER + "x,甲公司,a,b\n" + A + ",甲公司,1,2\n" + B + ",乙公司,-1,c\n,丙公司,1,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(Status.PARTIAL);
    assertThat(file.rows()).isEqualTo(4);
    assertThat(file.accepted()).isEqualTo(1);
    assertThat(file.rejected()).isEqualTo(3);
    assertThat(places(file.problems()))
        .containsExactly(
            "bad-uscc 2 A",
            "not-a-number 2 C",
            "not-a-number 2 D",
            "negative 4 C",
            "not-a-number 4 D",
            "missing-value 5 A");
    assertThat(file.problems().getFirst())
        .isEqualTo(
            new FileProblem(
                ProblemCode.BAD_USCC,
                2,
                "统一社会信用代码",
                "A",
                "x",
                "“统一社会信用代码”应为 18 位代码，这里是 1 位的“x”；请核对后改正。"));
    assertThat(file.problems().getLast().found()).isNull();
    assertThat(file.problems().getLast().message()).isEqualTo("“统一社会信用代码”为必填，这里是空的；请填写后再传。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::row).containsExactly(3);
  }

  @Test
  void fileWithoutAGoodRowIsRejected() {
    CheckedFile file = check(OPERATIONS, csv(folder, HEADER + A + ",甲公司,x,1\n"));

    assertThat(file.status()).isEqualTo(Status.REJECTED);
    assertThat(file.accepted()).isZero();
    assertThat(file.rejected()).isEqualTo(1);
    assertThat(Files.accepted(file)).isEmpty();
  }

  @Test
  void everyRowOfARepeatedKeyIsRejectedEvenWhereOneIsBadOtherwise() {
    String text =
        HEADER
            + A
            + ",甲公司,1,1\n"
            + B
            + ",乙公司,1,1\n"
            + A.toLowerCase(java.util.Locale.ROOT)
            + ",甲公司,1,1\n"
            + A
            + ",甲公司,x,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(places(file.problems()))
        .containsExactly(
            "duplicate-row 2 A", "duplicate-row 4 A", "not-a-number 5 C", "duplicate-row 5 A");
    assertThat(messages(file.problems()).getFirst())
        .isEqualTo("“统一社会信用代码”在一个文件里应只出现一次，这里共 3 行相同（另见第 4、5 行），都没有采用；请只留正确的一行。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
  }

  @Test
  void manyRowsOfOneKeyNameTheFirst() {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 20).forEach(i -> text.append(A).append(",甲公司,1,1\n"));

    CheckedFile file = check(OPERATIONS, csv(folder, text.toString()));

    assertThat(file.problems()).hasSize(20);
    assertThat(messages(file.problems()).getLast())
        .isEqualTo("“统一社会信用代码”在一个文件里应只出现一次，这里共 20 行相同（另见第 2、3、4、5 行等），都没有采用；请只留正确的一行。");
  }

  @Test
  void lineItemsRepeatOnlyWithTheirOwnNumber() {
    String text =
        "统一社会信用代码,评价年度,阶段\n"
            + A
            + ",2020,成长期\n"
            + A
            + ",2021,成长期\n"
            + B
            + ",2020,成长期\n"
            + A
            + ",2020.0,扩张期\n";

    CheckedFile file = check(key("uploads/science/stage-history/2025/a.csv"), csv(folder, text));

    assertThat(places(file.problems())).containsExactly("duplicate-row 2 B", "duplicate-row 5 B");
    assertThat(messages(file.problems()).getFirst())
        .isEqualTo("“统一社会信用代码”和“评价年度”在一个文件里应只出现一次，这里共 2 行相同（另见第 5 行），都没有采用；请只留正确的一行。");
  }

  @Test
  void rosterIsComparedByCodeAndName() {
    String text =
        HEADER
            + A
            + ",甲公司（新乡）,1,1\n"
            + B
            + ",别的公司,1,1\n"
            + C
            + ",,1,1\n"
            + "91350100M000100Y43,丁公司,1,1\n";

    CheckedFile file =
        check(OPERATIONS, csv(folder, text), Roster.of(Map.of(A, " 甲公司(新乡)", B, "乙公司", C, "丙公司")));

    assertThat(file.status()).isEqualTo(Status.ACCEPTED);
    assertThat(places(file.warnings())).containsExactly("name-differs 3 B", "not-on-roster 5 A");
    assertThat(messages(file.warnings()))
        .containsExactly(
            "企业名称与 2025 年企业名录不同：名录是“乙公司”，这里是“别的公司”；请核对代码和名称是否同一家企业。",
            "“91350100M000100Y43”不在 2025 年企业名录中；数据已采用，但名录里没有的企业不参加评价。");
  }

  @Test
  void zoneWithoutARosterIsOneWarning() {
    String text = HEADER + A + ",甲公司,1,1\n" + B + ",乙公司,1,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text), Roster.NONE);

    assertThat(places(file.warnings())).containsExactly("not-on-roster null null");
    assertThat(messages(file.warnings())).containsExactly("还没有 2025 年企业名录，本文件的企业没有与名录核对。");
  }

  @Test
  void rosterItselfIsComparedWithNothing() {
    String text = "统一社会信用代码,企业名称,成立日期,行业代码\n91350100M000100Y43,丁公司,2020-01-01,C3464\n";

    CheckedFile file = check(key("uploads/science/enterprises/2025/a.csv"), csv(folder, text));

    assertThat(file.warnings()).isEmpty();
    assertThat(
            check(key("uploads/science/enterprises/2025/a.csv"), csv(folder, text), Roster.NONE)
                .warnings())
        .isEmpty();
  }

  @Test
  void enterpriseReportsOnlyItself() {
    CheckedFile file =
        check(
            key("uploads/enterprise/operations/2025/" + A + ".csv"),
            csv(folder, HEADER + A + ",甲公司,1,1\n" + B + ",乙公司,1,1\n"));

    assertThat(places(file.problems())).containsExactly("bad-uscc 3 A");
    assertThat(messages(file.problems()))
        .containsExactly("企业自报只能填本企业的数据：应为“" + A + "”，这里是“" + B + "”。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::uscc).containsExactly(A);
  }

  @Test
  void commaTooManyInACsvRowIsNotReadIntoTheWrongColumns() {
    String text = HEADER + A + ",甲公司,1,234,5\n" + B + ",乙公司,1,2,\n" + C + ",丙公司,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(places(file.problems())).containsExactly("row-shape 2 E");
    assertThat(messages(file.problems()))
        .containsExactly("这一行应有 4 列，这里有 5 列，后面的内容可能错位，没有采用；数字或文字里的分隔符请用引号括起来。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B, C);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10,10,10,10 |
          10,,5,      |
          ,20,,       |
          10,11,0,0   | “科技人员数”应不超过“年末职工总数”，这里是 11 和 10。
          10,0,0,11   | “本科以上学历人员数”应不超过“年末职工总数”，这里是 11 和 10。
          10,0,6,5    | “研究生以上人员数”应不超过“本科以上学历人员数”，这里是 6 和 5。
          10,0,11,    | “研究生以上人员数”应不超过“年末职工总数”，这里是 11 和 10。
          """)
  void staffMustFit(String cells, String message) {
    expect("uploads/hr/workforce/2025/a.csv", STAFF + cells, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          研发或创新平台,市级,甲,2020-01-01,2021-01-01,2021-01-02 |
          研发或创新平台,市级,甲,2020-01-01,2020-01-01,           |
          省中试基地,省级,甲,2020-01-01,,                         |
          省中试基地,国家级,甲,2020-01-01,,      | “类别”为“省中试基地”时，“级别”应为“省级”，这里是“国家级”。
          省产业研究院,市级,甲,2020-01-01,,      | “类别”为“省产业研究院”时，“级别”应为“省级”，这里是“市级”。
          省新型研发机构,市级,甲,2020-01-01,,    | “类别”为“省新型研发机构”时，“级别”应为“省级”，这里是“市级”。
          科技奖励,省级,甲,2020-01-01,2021-01-01, | 只有“类别”为“研发或创新平台”时才填“摘牌日期”，这里“类别”是“科技奖励”。
          研发或创新平台,市级,甲,2020-01-01,,2021-01-01 | 填了“恢复日期”就应有“摘牌日期”，这里“摘牌日期”是空的。
          研发或创新平台,市级,甲,2020-01-01,2021-01-01,2021-01-01 | “恢复日期”应晚于“摘牌日期”，这里是 2021-01-01 和 2021-01-01。
          研发或创新平台,市级,甲,2020-01-01,2019-12-31, | “摘牌日期”应不早于“取得日期”，这里是 2019-12-31 和 2020-01-01。
          """)
  void recordsMustBeConsistent(String cells, String message) {
    expect("uploads/science/innovation-records/2025/a.csv", RECORDS + cells, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,1,上市企业,2020-01-01,,          |
          ,1,高新技术企业,2020-01-01,2025-12-31,是 |
          ,1,高新技术企业,2020-01-01,2028-12-31,否 |
          ,1,高新技术企业,2020-01-01,2026-01-01,是 | “未通过重新认定”为“是”时“有效期至”应不晚于 2025-12-31，这里是 2026-01-01。
          ,1,高新技术企业,2020-01-01,,是     | “未通过重新认定”为“是”时应填“有效期至”，这里“有效期至”是空的。
          ,1,高新技术企业,2020-01-02,2020-01-01, | “有效期至”应不早于“认定日期”，这里是 2020-01-01 和 2020-01-02。
          """)
  void certificatesMustBeConsistent(String cells, String message) {
    expect("uploads/science/qualifications/2025/a.csv", CERTIFICATES + cells, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024  |
          2026  | “评价年度”应为 1990 至 2025 的年份，这里是“2026”。
          20222 | “评价年度”应为 1990 至 2025 的年份，这里是“20222”。
          """)
  void evaluatedYearMustBeAYear(String cell, String message) {
    expect(
        "uploads/science/stage-history/2025/a.csv",
        "统一社会信用代码,阶段,评价年度\n" + A + ",成长期," + cell,
        message);
  }

  private void expect(String key, String text, String message) {
    CheckedFile file = check(key(key), csv(folder, text + "\n"));

    if (message == null) { // an empty cell of the table
      assertThat(messages(file.problems())).isEmpty();
      assertThat(file.status()).isEqualTo(Status.ACCEPTED);
    } else {
      assertThat(messages(file.problems())).containsExactly(message);
      assertThat(file.problems().getFirst().code()).isEqualTo(ProblemCode.INCONSISTENT);
    }
  }

  @Test
  void listsAreCutAndCountsAreNot() {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 1500).forEach(i -> text.append("x,某公司,1,1\n"));

    CheckedFile file = check(OPERATIONS, csv(folder, text.toString()));

    assertThat(file.problems()).hasSize(1000);
    assertThat(file.problemCount()).isEqualTo(1500);
    assertThat(file.groups())
        .containsExactly(
            new ProblemGroup(
                ProblemCode.BAD_USCC,
                "统一社会信用代码",
                "A",
                1500,
                List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                "“统一社会信用代码”应为 18 位代码，这里是 1 位的“x”；请核对后改正。"));
  }
}
