package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.bytes;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.messages;
import static innovation.points.datasets.Files.places;
import static innovation.points.datasets.Workbooks.row;
import static innovation.points.datasets.Workbooks.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.key.UploadKey;
import innovation.points.scoring.facts.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheet quirks (contract §1, XLSX). */
class XlsxTest {

  private static final UploadKey ENTERPRISES = Files.key("uploads/science/enterprises/2025/a.xlsx");
  private static final String HEADER = row(1, "统一社会信用代码", "营业收入(万元)");

  @TempDir Path folder;

  private CheckedFile read(UploadKey key, Workbooks workbook) {
    return check(key, bytes(folder, workbook.bytes()));
  }

  private static Workbooks cells(String cells) {
    return workbook()
        .styles()
        .sheet(
            "表",
            HEADER + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>" + A + "</v></c>" + cells + "</row>");
  }

  private Map<String, Value> values(CheckedFile file) {
    assertThat(messages(file.problems())).isEmpty();
    return Files.accepted(file).getFirst().values();
  }

  @Test
  void visibleSheetWithRowsUnderTheHeaderIsRead() {
    CheckedFile file =
        read(
            OPERATIONS,
            workbook()
                .sheet("旧", "hidden", HEADER + row(2, A, "1"))
                .sheet("更旧", "veryHidden", HEADER + row(2, A, "1"))
                .sheet("说明", row(1, "列名", "说明") + row(2, "营业收入(万元)", "以万元计"))
                .sheet("数据", HEADER + row(2, A, "2"))
                .sheet("空表", HEADER));

    assertThat(file.reading().orElseThrow().sheet()).isEqualTo("数据");
    assertThat(values(file)).containsEntry("revenue", Value.of(2));
  }

  @Test
  void numbersTextsAndCachedFormulasAreFigures() {
    assertThat(values(read(OPERATIONS, cells("<c r=\"B2\"><v>1234.5</v></c>"))))
        .containsEntry("revenue", Value.of(1234.5));
    assertThat(values(read(OPERATIONS, cells("<c r=\"B2\" t=\"str\"><v>1,234.5</v></c>"))))
        .containsEntry("revenue", Value.of(1234.5));
    assertThat(values(read(OPERATIONS, cells("<c r=\"B2\"><f>SUM(1,2)</f><v>1.2E3</v></c>"))))
        .containsEntry("revenue", Value.of(1200));
  }

  @Test
  void formulasWithoutAResultAreNamed() {
    CheckedFile never = read(OPERATIONS, cells("<c r=\"B2\"><f>SUM(C2:D2)</f></c>"));
    CheckedFile wrong = read(OPERATIONS, cells("<c r=\"B2\" t=\"e\"><f>C2</f><v>#REF!</v></c>"));

    assertThat(messages(never.problems()))
        .containsExactly("“营业收入(万元)”是公式“=SUM(C2:D2)”，文件里没有表格软件算出的结果；请用表格软件打开、保存后再传，或粘贴为数值。");
    assertThat(messages(wrong.problems()))
        .containsExactly("“营业收入(万元)”应为数字，这里是“#REF!”；公式出错，请粘贴为数值。");
  }

  @Test
  void figureInADayFormatIsNotTaken() {
    CheckedFile file = read(OPERATIONS, cells("<c r=\"B2\" s=\"1\"><v>45688</v></c>"));

    assertThat(messages(file.problems()))
        .containsExactly("“营业收入(万元)”应为数字，这里是“2025-01-31”；单元格是日期格式，请改为数值格式。");
  }

  @Test
  void codeThatBecameANumberIsDamaged() {
    CheckedFile file =
        read(
            OPERATIONS,
            workbook()
                .sheet(
                    "表",
                    HEADER
                        + "<row r=\"2\"><c r=\"A2\"><v>9.1440300192203802E+17</v></c>"
                        + "<c r=\"B2\"><v>1</v></c></row>"
                        + row(3, B, "1")));

    assertThat(places(file.problems())).containsExactly("damaged-uscc 2 A");
    assertThat(messages(file.problems()))
        .containsExactly(
            "“统一社会信用代码”被表格软件当成数字改成了“9.1440E+17”，后几位已丢失，无法还原；" + "请先把该列设为文本格式，再重新填写 18 位代码。");
  }

  @Test
  void daysOfBothEpochsAndEveryFormatAreRead() {
    String header = row(1, "统一社会信用代码", "成立日期", "行业代码");
    String rows =
        day(2, A, "s=\"1\"", "43101")
            + day(3, B, "s=\"2\"", "43101.75")
            + day(4, Files.C, "", "43101");

    CheckedFile file = read(ENTERPRISES, workbook().styles().sheet("表", header + rows));

    assertThat(messages(file.problems())).isEmpty();
    assertThat(Files.accepted(file))
        .extracting(row -> row.values().get("registeredOn"))
        .containsOnly(Value.of(LocalDate.of(2018, 1, 1)));

    CheckedFile mac =
        read(
            ENTERPRISES,
            workbook()
                .epoch1904()
                .styles()
                .sheet("表", header + day(2, A, "s=\"1\"", "41639") + day(3, B, "", "41639")));

    assertThat(Files.accepted(mac))
        .extracting(row -> row.values().get("registeredOn"))
        .containsOnly(Value.of(LocalDate.of(2018, 1, 1)))
        .hasSize(2);
  }

  private static String day(int number, String uscc, String style, String value) {
    return "<row r=\"%d\"><c t=\"str\"><v>%s</v></c><c %s><v>%s</v></c><c t=\"str\"><v>C3464</v></c></row>"
        .formatted(number, uscc, style, value);
  }

  @Test
  void numbersInTextColumnsKeepTheirDigits() {
    String rows =
        "<row r=\"2\"><c t=\"str\"><v>"
            + A
            + "</v></c><c><v>2025000123</v></c>"
            + "<c t=\"str\"><v>技术开发</v></c><c><v>5</v></c><c t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c t=\"str\"><v>"
            + A
            + "</v></c><c><v>2.0250001234567891E+17</v></c>"
            + "<c t=\"str\"><v>技术开发</v></c><c><v>5</v></c><c><v>0</v></c></row>";

    CheckedFile file =
        read(
            Files.key("uploads/science/technology-contracts/2025/a.xlsx"),
            workbook().sheet("表", row(1, "统一社会信用代码", "合同编号", "合同类型", "成交额", "对方为高校院所") + rows));

    assertThat(Files.accepted(file).getFirst().values())
        .containsEntry("contract", Value.of("2025000123"))
        .containsEntry("university", Value.of(true));
    assertThat(messages(file.problems()))
        .containsExactly("“合同编号”的内容已丢失：表格软件把它当成数字改成了“2.0250E+17”，请先把该列设为文本格式；请重新填写。");
  }

  @Test
  void sharedStringsKeepRunsAndLeavePhoneticsOut() {
    CheckedFile file =
        read(
            OPERATIONS,
            workbook()
                .strings(
                    "<sst><si><t>统一社会信用代码</t></si><si><t>营业收入(万元)</t></si><si><r><t>"
                        + A.substring(0, 9)
                        + "</t></r><r><t>"
                        + A.substring(9)
                        + "</t></r><rPh><t>拼音</t></rPh></si><si><t>7_x000D_</t></si></sst>")
                .sheet(
                    "表",
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>"));

    assertThat(values(file)).containsEntry("revenue", Value.of(7));
  }

  @Test
  void mergedTitlesGapsAndTrailingFormatsDoNotMatter() {
    String rows =
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>2025 年度经营情况</v></c></row>"
            + "<row r=\"4\"><c r=\"B4\" t=\"str\"><v>统一社会信用代码</v></c>"
            + "<c r=\"D4\" t=\"str\"><v>营业收入</v></c></row>"
            + "<row r=\"9\"><c r=\"B9\" t=\"str\"><v>"
            + A
            + "</v></c><c r=\"D9\"><v>x</v></c></row>"
            + "<row r=\"10\"><c r=\"B10\" s=\"1\"/><c r=\"D10\" s=\"1\"/></row>"
            + "<row r=\"1048576\"/>";

    CheckedFile file = read(OPERATIONS, workbook().styles().sheet("表", rows));

    assertThat(file.rows()).isEqualTo(1);
    assertThat(places(file.problems())).containsExactly("not-a-number 9 D");
    assertThat(file.problems().getFirst().found()).isEqualTo("x");
  }

  @Test
  void workbookUnderATextNameIsReadAsWhatItIs() {
    CheckedFile file =
        check(OPERATIONS, bytes(folder, workbook().sheet("表", HEADER + row(2, A, "1")).bytes()));

    assertThat(file.reading().orElseThrow().kind()).isEqualTo("xlsx");
    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
  }

  @Test
  void textUnderAWorkbookNameIsReadAsWhatItIs() {
    CheckedFile file =
        check(
            Files.key("uploads/tax/operations/2025/a.xlsx"),
            Files.csv(folder, "统一社会信用代码,营业收入\n" + A + ",1\n"));

    assertThat(file.reading().orElseThrow().kind()).isEqualTo("csv");
    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
  }
}
