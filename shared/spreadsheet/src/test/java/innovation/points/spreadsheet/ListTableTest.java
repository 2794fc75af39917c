package innovation.points.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
