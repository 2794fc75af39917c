package innovation.points.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;

/** Money in files: all its decimals, and still a number. */
class AmountsTest {
  private static final ListTable TABLE =
      new ListTable(
          List.of("金额"),
          List.of(
              List.of(TableCell.of(new BigDecimal("100000.00"))),
              List.of(TableCell.of(new BigDecimal("12345678.10")))));

  @Test
  void csvShowsEveryDecimal() {
    var out = new ByteArrayOutputStream();
    TABLE.csv(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF金额\r\n100000.00\r\n12345678.10\r\n");
  }

  @Test
  void aWorkbookCanAddThemUp() throws IOException {
    var out = new ByteArrayOutputStream();
    TABLE.xlsx(out, "清单");
    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(out.toByteArray()), new ReadingOptions(true, false))) {
      var cell = book.getFirstSheet().read().get(2).getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
      assertThat(cell.asNumber()).isEqualByComparingTo("12345678.1");
      assertThat(cell.getDataFormatString()).isEqualTo("0.00");
    }
  }
}
