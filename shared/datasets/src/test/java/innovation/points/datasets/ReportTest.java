package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.C;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Workbooks.row;
import static innovation.points.datasets.Workbooks.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.report.ReportWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file back with what is wrong in it. */
class ReportTest {

  private static final String BROKEN =
      "2025 年度经营情况\n\n"
          + "统一社会信用代码,其他,企业名称,营业收入(万元)\n"
          + A
          + ",\"a,\"\"b\"\"\",甲公司,x\n"
          + "\n"
          + B
          + ",-,别的公司,\"1,000\"\n"
          + C
          + ",=1+1,丙公司,-3\n";

  @TempDir Path folder;

  private interface Writing {
    void write(CheckedFile file, ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(CheckedFile file, Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.write(file, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static String csvReport(CheckedFile file) {
    return new String(
        written(file, (f, out) -> new ReportWriter().csv(f, out)), StandardCharsets.UTF_8);
  }

  private static byte[] xlsxReport(CheckedFile file) {
    return written(file, (f, out) -> new ReportWriter().xlsx(f, out));
  }

  @Test
  void csvKeepsTheirColumnsAndRowsAndAddsOurs() {
    CheckedFile file = check(OPERATIONS, csv(folder, BROKEN));

    assertThat(csvReport(file))
        .isEqualTo(
            """
            \uFEFF2025 年度经营情况

            统一社会信用代码,其他,企业名称,营业收入(万元),校验结果,问题说明
            %s,"a,""b""\",甲公司,x,有误,金额按万元（见列名）读取；表头在第 3 行；B 列没有读取。整个文件：B 列“其他”不是“经营情况”的列，没有读取。“营业收入(万元)”应为数字，这里是“x”；请只填一个数字，没有数据请留空。

            %s,-,别的公司,"1,000",提醒,企业名称与 2025 年企业名录不同：名录是“乙公司”，这里是“别的公司”；请核对代码和名称是否同一家企业。
            %s,'=1+1,丙公司,-3,有误,“营业收入(万元)”不应小于 0，这里是“-3”；请核对后改正。
            """
                .formatted(A, B, C)
                .replace("\n", "\r\n"));
  }

  /** A spreadsheet skips what is invisible before it looks for a formula. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "  =HYPERLINK(A1)", "\u00a0=1+1", "\u3000=1+1", "\n=1+1", "\r\n=1+1", " \t+1+1",
        "＝1+1", "﹦1+1", " ﹢1+1", "﹣1+1", "@SUM(A1)", "\u200b=1+1", "\uFEFF\u2007=1+1"
      })
  void noCellOfTheCsvIsAFormula(String text) {
    CheckedFile file = check(OPERATIONS, csv(folder, header(text)));

    assertThat(csvReport(file))
        .contains(A + "," + quoted("'" + text.replace("\r\n", "\n")) + ",甲公司,");
  }

  private static String header(String note) {
    return "统一社会信用代码,备注,企业名称,营业收入(万元)\n" + A + "," + quoted(note) + ",甲公司,1\n";
  }

  /** As RFC 4180 has it: where a line ends within the cell. */
  private static String quoted(String text) {
    return text.contains("\n") ? '"' + text + '"' : text;
  }

  @Test
  void defusedTextIsReadAsItWas() {
    String text = "统一社会信用代码,合同编号,合同类型,成交额,对方为高校院所\n" + A + ", =HT-1,技术开发,1,是\n";
    UploadKey contracts = Files.key("uploads/science/technology-contracts/2025/a.csv");
    CheckedFile file = check(contracts, csv(folder, text));

    String report = csvReport(file);

    assertThat(report).contains(A + ",' =HT-1,技术开发");
    assertThat(Files.accepted(check(contracts, csv(folder, report))))
        .isEqualTo(Files.accepted(file))
        .isNotEmpty();
  }

  @Test
  void mendedReportIsAcceptedAgainWithoutOurColumns() {
    CheckedFile first = check(OPERATIONS, csv(folder, BROKEN));

    String mended = csvReport(first).replace(",x,有误", ",7,有误").replace(",-3,", ",3,");
    CheckedFile second = check(OPERATIONS, csv(folder, mended));

    assertThat(second.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(Files.places(second.warnings()))
        .containsExactly("unknown-column 3 B", "name-differs 6 C");
    assertThat(csvReport(second).lines().toList().get(2))
        .isEqualTo("统一社会信用代码,其他,企业名称,营业收入(万元),校验结果,问题说明");
  }

  @Test
  void workbookMarksBadCellsAndListsBadRowsApart() throws IOException {
    CheckedFile file = check(OPERATIONS, csv(folder, BROKEN));

    byte[] report = xlsxReport(file);

    assertThat(sheet(report, 0))
        .containsExactly(
            List.of("2025 年度经营情况"),
            List.of("统一社会信用代码", "其他", "企业名称", "营业收入(万元)", "校验结果", "问题说明"),
            List.of(
                A,
                "a,\"b\"",
                "甲公司",
                "x",
                "有误",
                "金额按万元（见列名）读取；表头在第 3 行；B 列没有读取。整个文件：B"
                    + " 列“其他”不是“经营情况”的列，没有读取。“营业收入(万元)”应为数字，这里是“x”；请只填一个数字，没有数据请留空。"),
            List.of(
                B,
                "-",
                "别的公司",
                "1,000",
                "提醒",
                "企业名称与 2025 年企业名录不同：名录是“乙公司”，这里是“别的公司”；请核对代码和名称是否同一家企业。"),
            List.of(C, "=1+1", "丙公司", "-3", "有误", "“营业收入(万元)”不应小于 0，这里是“-3”；请核对后改正。"));
    assertThat(sheet(report, 1))
        .containsExactly(
            List.of("统一社会信用代码", "其他", "企业名称", "营业收入(万元)", "校验结果", "问题说明", "原行号"),
            List.of(
                A,
                "a,\"b\"",
                "甲公司",
                "x",
                "有误",
                "金额按万元（见列名）读取；表头在第 3 行；B 列没有读取。整个文件：B"
                    + " 列“其他”不是“经营情况”的列，没有读取。“营业收入(万元)”应为数字，这里是“x”；请只填一个数字，没有数据请留空。",
                "4"),
            List.of(C, "=1+1", "丙公司", "-3", "有误", "“营业收入(万元)”不应小于 0，这里是“-3”；请核对后改正。", "7"));
    assertThat(part(report, "xl/comments1.xml"))
        .contains("ref=\"D4\"", "ref=\"D7\"", "ref=\"C6\"", "不应小于 0");
    assertThat(part(report, "xl/styles.xml")).contains("FFC7CE", "FFEB9C");
    assertThat(part(report, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void workbookReportIsAcceptedAgain() {
    CheckedFile file = check(OPERATIONS, csv(folder, BROKEN));

    CheckedFile again = check(OPERATIONS, Files.bytes(folder, xlsxReport(file)));

    assertThat(again.reading().orElseThrow().sheet()).isEqualTo("校验结果");
    assertThat(Files.places(again.problems())).isEqualTo(Files.places(file.problems()));
    assertThat(Files.messages(again.warnings())).isEqualTo(Files.messages(file.warnings()));
  }

  @Test
  void workbookKeepsNumbersDaysAndTruthValues() throws IOException {
    byte[] book =
        workbook()
            .styles()
            .sheet(
                "表",
                row(1, "统一社会信用代码", "合同编号", "合同类型", "成交额", "对方为高校院所", "签订日")
                    + "<row r=\"2\"><c t=\"str\"><v>"
                    + A
                    + "</v></c><c><v>12</v></c>"
                    + "<c t=\"str\"><v>技术开发</v></c><c><v>5.25</v></c><c t=\"b\"><v>1</v></c>"
                    + "<c s=\"1\"><v>45688</v></c></row>")
            .bytes();
    UploadKey contracts = Files.key("uploads/science/technology-contracts/2025/a.xlsx");
    CheckedFile file = check(contracts, Files.bytes(folder, book));

    byte[] report = xlsxReport(file);

    assertThat(sheet(report, 0).get(1)).startsWith(A, "12", "技术开发", "5.25", "TRUE", "45688.0");
    assertThat(Files.accepted(check(contracts, Files.bytes(folder, report))))
        .isEqualTo(Files.accepted(file));
    assertThat(csvReport(file)).contains("\r\n" + A + ",12,技术开发,5.25,TRUE,2025-01-31,提醒,");
  }

  @Test
  void fileRejectedAsAWholeSaysSoInItsFirstRow() throws IOException {
    CheckedFile file =
        check(
            Files.key("uploads/ecology/environment/2025/a.csv"),
            csv(folder, "统一社会信用代码,企业名称,等级\n" + A + ",甲公司,良好\n" + B + ",乙公司,良好\n"));

    List<List<String>> rows = sheet(xlsxReport(file), 0);

    assertThat(rows.get(1).subList(3, 5))
        .containsExactly(
            "有误",
            "表头在第 1 行；C 列没有读取。整个文件：缺少必需的列“环境信用等级”。C 列“等级”是否就是这一列？是的话请改列名。"
                + "除统一社会信用代码和企业名称外，至少应有下列一列：环境信用等级；这里一列也没有。"
                + "C 列“等级”不是“环境信用”的列，没有读取。您是否指“环境信用等级”？");
    assertThat(rows.get(2).get(3)).isEqualTo("未采用");
  }

  @Test
  void unreadableFileHasAReportToo() throws IOException {
    CheckedFile file = check(OPERATIONS, csv(folder, "%PDF-"));

    assertThat(csvReport(file))
        .isEqualTo("\uFEFF校验结果,问题说明\r\n有误,整个文件：这是 PDF 文件；请上传 xlsx 或 CSV 表格。\r\n");
    assertThat(sheet(xlsxReport(file), 0))
        .containsExactly(
            List.of("校验结果", "问题说明"), List.of("有误", "整个文件：这是 PDF 文件；请上传 xlsx 或 CSV 表格。"));
  }

  @Test
  void fileWithoutRowsSaysSoBelowItsHeader() {
    CheckedFile file = check(OPERATIONS, csv(folder, "统一社会信用代码,营业收入\n"));

    assertThat(csvReport(file))
        .isEqualTo("\uFEFF校验结果,问题说明\r\n有误,未注明单位，按万元读取；表头在第 1 行。整个文件：表头下面应有数据，这里一行也没有；请填写后再传。\r\n");
  }

  @Test
  void jsonHasEveryProblemHoweverMany() throws IOException {
    StringBuilder text = new StringBuilder("统一社会信用代码,营业收入\n");
    IntStream.range(0, 1500).forEach(i -> text.append("x,1\n"));
    CheckedFile file = check(OPERATIONS, csv(folder, text.toString()));

    JsonNode json =
        new ObjectMapper().readTree(written(file, (f, out) -> new ReportWriter().json(f, out)));

    assertThat(json.path("status").asText()).isEqualTo("rejected");
    assertThat(json.path("problemCount").asInt()).isEqualTo(1500);
    assertThat(json.path("problems")).hasSize(1500);
    assertThat(json.path("problems").get(1499).toString())
        .isEqualTo(
            "{\"code\":\"bad-uscc\",\"row\":1501,\"column\":\"统一社会信用代码\",\"columnLetter\":\"A\","
                + "\"found\":\"x\",\"message\":\"“统一社会信用代码”应为 18 位代码，这里是 1 位的“x”；请核对后改正。\"}");
    assertThat(json.path("groups").get(0).path("count").asInt()).isEqualTo(1500);
    assertThat(json.path("reading").path("encoding").asText()).isEqualTo("UTF-8");
    assertThat(csvReport(file).lines()).hasSize(1501);
  }

  private static List<List<String>> sheet(byte[] book, int index) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      Sheet sheet = workbook.getSheet(index).orElseThrow();
      for (org.dhatim.fastexcel.reader.Row row : sheet.read()) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell == null ? "" : text(cell)));
        rows.add(cells);
      }
    }
    return rows;
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    return cell.getRawValue() == null || cell.getType().name().equals("BOOLEAN")
        ? cell.getText().toUpperCase(java.util.Locale.ROOT)
        : cell.getType().name().equals("STRING") ? cell.asString() : cell.getRawValue();
  }

  private String part(byte[] book, String name) throws IOException {
    Path path = Files.bytes(folder, book);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      assertThat(entry).as(name).isNotNull();
      String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("&#x([0-9a-f]+);")
          .matcher(xml)
          .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }
  }
}
