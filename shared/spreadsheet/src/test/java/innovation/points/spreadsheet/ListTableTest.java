package innovation.points.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class ListTableTest {

  private static String csv(TableCell... cells) {
    return csv(new ListTable(List.of("甲", "乙"), List.of(List.of(cells))));
  }

  private static String csv(ListTable table) {
    var out = new ByteArrayOutputStream();
    table.csv(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvOpensRightInASpreadsheet() {
    assertThat(csv(TableCell.of("新乡\"某\"公司, 一"), TableCell.of(63.25)))
        .isEqualTo("\uFEFF甲,乙\r\n\"新乡\"\"某\"\"公司, 一\",63.25\r\n");
  }

  @Test
  void blanksAndNumbersAreBare() {
    assertThat(csv(TableCell.of((String) null), TableCell.of(100))).endsWith("\r\n,100\r\n");
    assertThat(csv(TableCell.of((Double) null), TableCell.of(-5.0))).endsWith("\r\n,-5\r\n");
    assertThat(csv(TableCell.of(""), TableCell.of(12345678.9))).endsWith("\r\n,12345678.9\r\n");
  }

  @Property(tries = 300)
  void everyTextSurvivesTheWayThroughCsv(@ForAll @StringLength(max = 30) String text) {
    String file =
        csv(new ListTable(List.of("x"), List.of(List.of(new TableCell.Text("a" + text)))));
    List<CsvRecord> rows =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(file.substring(1)).stream().toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).getField(0)).isEqualTo("a" + text);
  }

  @Test
  void xlsxKeepsTextAsTextAndNumbersAsNumbers() throws IOException {
    var row =
        List.of(
            TableCell.of("=1+1"),
            TableCell.of(63.25),
            TableCell.BLANK,
            TableCell.of("914403001922038216"));
    var out = new ByteArrayOutputStream();
    new ListTable(List.of("甲", "乙", "丙", "丁"), List.of(row)).xlsx(out, "排名/2025");
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(3)).isEqualTo("丁");
      assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCell(0).getFormula()).isNull();
      assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
      assertThat(rows.get(1).getCellAsNumber(1))
          .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("63.25"));
      assertThat(rows.get(1).getCellText(3)).isEqualTo("914403001922038216");
    }
  }

  /** Printed and signed: nothing is cut, every page says what it is and which one. */
  @Test
  void xlsxIsPrintedWithItsTitleItsPageNumbersAndColumnsThatAreWideEnough() throws IOException {
    var rows =
        List.of(
            List.of(
                TableCell.of("虚构·扶桑药用辅料股份有限公司"),
                TableCell.of(new BigDecimal("150000.00")),
                TableCell.of("对方".repeat(40))),
            List.of(TableCell.of("依据文件 ".repeat(20)), TableCell.BLANK, TableCell.BLANK));
    String sheet = sheet(new ListTable(List.of("企业名称", "本次拨付（元）", "备注"), rows));
    assertThat(sheet)
        .contains("2025年度拨付清单")
        .contains("第 &amp;P 页，共 &amp;N 页")
        .contains("orientation=\"landscape\"");
    Matcher widths = Pattern.compile("<col [^>]*width=\"([0-9.]+)\"").matcher(sheet);
    assertThat(widths.results().map(found -> Double.parseDouble(found.group(1))).toList())
        .as("a note that flows over empty cells widens nothing")
        .containsExactly(31.0, 16.0, 52.0);
  }

  private static String sheet(ListTable table) throws IOException {
    var out = new ByteArrayOutputStream();
    table.xlsx(out, "2025年度拨付清单");
    Path file = Files.createTempFile("list", ".xlsx");
    Files.write(file, out.toByteArray());
    try (var zip = new ZipFile(file.toFile())) {
      String xml =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
      return Pattern.compile("&#x([0-9a-f]+);")
          .matcher(xml)
          .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    } finally {
      Files.delete(file);
    }
  }
}
