package innovation.points.web.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook of one sheet. Text is stored as text: no cell of it is a formula. */
public final class XlsxWriter {
  /** Rows kept in memory. */
  private static final int PART = 1000;

  private XlsxWriter() {}

  public static byte[] write(ListTable table, String sheetName) {
    var bytes = new ByteArrayOutputStream();
    write(table, sheetName, bytes);
    return bytes.toByteArray();
  }

  /** Row by row, so that a table may be longer than the memory. */
  static void write(ListTable table, String sheetName, OutputStream out) {
    try (var workbook = new Workbook(out, "innovation-points", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(sheetName);
      List<String> titles = table.titles();
      for (int column = 0; column < titles.size(); column++) {
        sheet.value(0, column, titles.get(column));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      int row = 1;
      for (List<TableCell> cells : table.rows()) {
        for (int column = 0; column < cells.size(); column++) {
          switch (cells.get(column)) {
            case TableCell.Text(String text) -> sheet.value(row, column, text);
            case TableCell.Figure(double number) -> sheet.value(row, column, number);
            case TableCell.Amount(BigDecimal amount) -> {
              sheet.value(row, column, amount);
              sheet.style(row, column).format(decimals(amount)).set();
            }
            case TableCell.Blank() -> {}
          }
        }
        row++;
        if (row % PART == 0) {
          sheet.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decimals(BigDecimal amount) {
    return amount.scale() <= 0 ? "0" : "0." + "0".repeat(amount.scale());
  }
}
