package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.C;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.accepted;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.messages;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.scoring.facts.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows that say of themselves, in a column nobody reads, that they should not count as they are.
 */
class DoubtfulRowsTest {

  @TempDir Path folder;

  private CheckedFile file(String header, String remark) {
    return check(
        OPERATIONS,
        csv(
            folder,
            "统一社会信用代码,企业名称,营业收入(万元),%s\n%s,甲公司,1202.5,%s\n%s,乙公司,7,\n"
                .formatted(header, A, remark, B)));
  }

  @ParameterizedTest
  @CsvSource({"状态, 作废", "数据状态, 无效", "是否有效, 否", "备注, 此行数据有误，勿用", "备注, 待核实", "说明, 重复数据"})
  void rowThatIsVoidedByARemarkIsRefused(String header, String remark) {
    CheckedFile file = file(header, "\"" + remark + "\"");

    assertThat(accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
    String shown = remark.replace('，', ',');
    assertThat(file.problems())
        .contains(
            new FileProblem(
                innovation.points.datasets.problem.ProblemCode.INCONSISTENT,
                2,
                header,
                "D",
                shown,
                "“%s”列注明“%s”，这一行没有采用；应采用的话，请核对后删去这个注明再传。".formatted(header, shown)));
  }

  @ParameterizedTest
  @CsvSource({"状态, 存续", "备注, 已核实", "备注, 已注销", "备注, 2024年认定高企", "是否上市, 否", "说明, 数据已更正"})
  void otherRemarksChangeNothing(String header, String remark) {
    assertThat(accepted(file(header, remark))).extracting(AcceptedRow::uscc).contains(A, B);
  }

  @Test
  void remarkInAnotherUnitThanTheColumnsIsAContradiction() {
    CheckedFile file = file("备注", "单位：元");

    assertThat(accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
    assertThat(messages(file.problems()))
        .contains("“营业收入(万元)”应以万元为单位，“备注”列注明的是“元”，不能照此换算；请统一单位后再传。");
  }

  @Test
  void rowOfAnotherYearByItsRemarkIsNotRead() {
    CheckedFile file = file("备注", "2024年数据");

    assertThat(accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
    assertThat(file.warnings())
        .extracting(FileProblem::message)
        .contains("不是 2025 年全年的 1 行没有读取（第 2 行）：“备注”列是“2024年数据”。");
  }

  @Test
  void rowsBeforeARevisionAreRefusedWhereTheFileHasRevisedOnes() {
    String rows =
        "版本,统一社会信用代码,营业收入(万元)\n%s,%s,1\n%s,%s,2\n%s,%s,3\n".formatted("原始", A, "修订", B, "修订", C);
    CheckedFile file = check(OPERATIONS, csv(folder, rows));

    assertThat(accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B, C);
    assertThat(messages(file.problems())).contains("“版本”列注明“原始”，这一行没有采用；应采用的话，请核对后删去这个注明再传。");
    assertThat(accepted(check(OPERATIONS, csv(folder, rows.replace("修订", "原始"))))).hasSize(3);
  }

  @Test
  void noteOverASecondPartSaysNothingOfTheFirst() {
    String text = "统一社会信用代码,营业收入\n%s,1202.5\n单位：元,\n%s,13025000\n".formatted(A, B);
    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.HELD);
    assertThat(file.reading().map(Reading::sentence)).hasValue("未注明单位，按万元读取；表头在第 1 行。");
  }

  @Test
  void partOfATotalIsNoRowOfData() {
    String text = "统一社会信用代码,营业收入(万元)\n%s,1202.5\n合计,1202.5\n其中：规上企业,700\n".formatted(A);
    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(accepted(file)).hasSize(1);
  }

  @Test
  void currencyFormatOverAColumnInWanIsTakenWithAWord() {
    CheckedFile file =
        check(
            OPERATIONS,
            Files.bytes(
                folder,
                Workbooks.workbook()
                    .sheet(
                        "S",
                        Workbooks.row(1, "统一社会信用代码", "营业收入(万元)")
                            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                .formatted(A)
                            + "<c r=\"B2\" s=\"1\"><v>1202.5</v></c></row>")
                    .part(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId=\"164\""
                            + " formatCode=\"&quot;¥&quot;#,##0.00\"/></numFmts><cellXfs>"
                            + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>")
                    .bytes()));

    assertThat(accepted(file).getFirst().values()).containsEntry("revenue", Value.of(1202.5));
    assertThat(file.warnings())
        .extracting(FileProblem::message)
        .contains("“营业收入(万元)”的单元格是货币格式，显示为“¥1202.5”；“¥”一般表示元，已按万元读取，请核对单位。");
  }

  @Test
  void lettersInTheNameOfAFileAreNoHalfOfAYear() {
    String text = "统一社会信用代码,营业收入(万元)\n" + A + ",1202.5\n";

    assertThat(status("h2-export.csv", text)).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(status("2025h1.csv", text)).isEqualTo(CheckedFile.Status.HELD);
    assertThat(status("经营情况Q1.csv", text)).isEqualTo(CheckedFile.Status.HELD);
  }

  private CheckedFile.Status status(String name, String text) {
    return check(Files.key("uploads/tax/operations/2025/" + name), csv(folder, text)).status();
  }
}
