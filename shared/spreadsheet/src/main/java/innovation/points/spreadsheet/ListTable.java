package innovation.points.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a file: a row of titles, then the rows, each a cell a title. It is written row by row,
 * so that it may be longer than the memory; the streams are flushed, not closed.
 *
 * @param rows read once, from the first to the last
 */
public record ListTable(List<String> titles, Iterable<List<TableCell>> rows) {

  /** Rows kept in memory. */
  private static final int PART = 1000;

  public ListTable {
    titles = List.copyOf(titles);
  }

  /** Writes it as CSV. */
  public void csv(OutputStream out) {
    var csv = new CsvOutput(out);
    csv.row(titles);
    for (List<TableCell> row : rows) {
      csv.row(row.stream().map(TableCell::shown).toList());
    }
    csv.flush();
  }

  /** Writes it as a workbook of one sheet. */
  public void xlsx(OutputStream out, String sheetName) {
    Workbook workbook = XlsxOutput.workbook(out);
    Worksheet sheet = workbook.newWorksheet(sheetName);
    try {
      for (int column = 0; column < titles.size(); column++) {
        XlsxOutput.text(sheet, 0, column, titles.get(column));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      printable(sheet);
      int at = 1;
      for (List<TableCell> row : rows) {
        for (int column = 0; column < row.size(); column++) {
          write(sheet, at, column, row.get(column));
        }
        at++;
        if (at % PART == 0) {
          sheet.flush();
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Printed on A4 across, all columns on a page, the titles on each. */
  private static void printable(Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
  }

  private static void write(Worksheet sheet, int row, int column, TableCell cell) {
    switch (cell) {
      case TableCell.Text(String text) -> XlsxOutput.text(sheet, row, column, text);
      case TableCell.Figure(double number) -> sheet.value(row, column, number);
      case TableCell.Amount(BigDecimal amount) -> {
        sheet.value(row, column, amount);
        sheet.style(row, column).format(decimals(amount)).set();
      }
      case TableCell.Blank() -> {}
    }
  }

  private static String decimals(BigDecimal amount) {
    return amount.scale() <= 0 ? "0" : "0." + "0".repeat(amount.scale());
  }
}
