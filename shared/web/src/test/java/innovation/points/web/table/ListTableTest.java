package innovation.points.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import innovation.points.web.http.Disposition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTableTest {

  private static String csv(TableCell... cells) {
    return CsvWriter.write(new ListTable(List.of("甲", "乙"), List.of(List.of(cells))));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1+1", "－1+1",
        "＠A1", " =1", "\u00a0=1", "\u3000=1", "\u200b=1", "\uFEFF=1", "\tx", "--1", "+86 373", "-"
      })
  void whatBeginsAFormulaIsDefused(String text) {
    assertThat(CsvWriter.defused(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "+5", "-5.25", "1e5", "-1E-3", "a=b", "91350100M000100Y43", "", " "})
  void numbersAndTextStayWhatTheyAre(String text) {
    assertThat(CsvWriter.defused(text)).isEqualTo(text);
  }

  @Property(tries = 300)
  void everyTextSurvivesTheWayThroughCsv(@ForAll @StringLength(max = 30) String text) {
    String file =
        CsvWriter.write(
            new ListTable(List.of("x"), List.of(List.of(new TableCell.Text("a" + text)))));
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
    byte[] file =
        XlsxWriter.write(new ListTable(List.of("甲", "乙", "丙", "丁"), List.of(row)), "排名/2025");
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
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

  @Test
  void fileNamesAreChineseForNewClientsAndAsciiForOld() {
    assertThat(Disposition.attachment("2025年度 排名.csv"))
        .isEqualTo(
            "attachment; filename=\"2025_.csv\";"
                + " filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%20%E6%8E%92%E5%90%8D.csv");
  }
}
