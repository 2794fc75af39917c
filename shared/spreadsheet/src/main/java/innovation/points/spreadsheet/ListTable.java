package innovation.points.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
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

  /** Rows by which the columns' widths are set. */
  private static final int SAMPLE = 200;

  /** In Latin letters: what is longer is broken into lines. */
  private static final int WIDEST = 50;

  /** Below are letters and digits. */
  private static final int LATIN = 0x2000;

  /** The size of the title above each printed page, in points. */
  private static final int TITLE = 14;

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
    Iterator<List<TableCell>> following = rows.iterator();
    var first = new ArrayList<List<TableCell>>();
    while (following.hasNext() && first.size() < SAMPLE) {
      first.add(following.next());
    }
    // What fits on a few pages is printed and signed; what is longer is read by programs.
    boolean ruled = !following.hasNext();
    try {
      sheet.freezePane(0, 1);
      printable(sheet, sheetName);
      widths(sheet, first);
      for (int column = 0; column < titles.size(); column++) {
        XlsxOutput.text(sheet, 0, column, titles.get(column));
        style(sheet, 0, column, ruled).bold().set();
      }
      int at = 1;
      for (List<TableCell> row : first) {
        write(sheet, at, row, ruled);
        at++;
      }
      while (following.hasNext()) {
        write(sheet, at, following.next(), ruled);
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
  private static void printable(Worksheet sheet, String sheetName) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    // An ampersand begins a code.
    sheet.header(sheetName.replace("&", "&&"), Position.CENTER, TITLE);
    sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
  }

  /** Columns are as wide as what they hold; said before the first row is written. */
  private void widths(Worksheet sheet, List<List<TableCell>> first) {
    int[] widths = new int[titles.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = wide(titles.get(column));
    }
    for (List<TableCell> row : first) {
      for (int column = 0; column < Math.min(widths.length, row.size()); column++) {
        if (!flows(row, column)) {
          widths[column] = Math.max(widths[column], wide(row.get(column).shown()));
        }
      }
    }
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, Math.min(widths[column], WIDEST) + 2);
    }
  }

  /** In Latin letters; a Chinese character is as wide as two. */
  private static int wide(String text) {
    return text.codePoints().map(c -> c < LATIN ? 1 : 2).sum();
  }

  private static void write(Worksheet sheet, int at, List<TableCell> row, boolean ruled) {
    for (int column = 0; column < row.size(); column++) {
      TableCell cell = row.get(column);
      StyleSetter style = style(sheet, at, column, ruled);
      switch (cell) {
        case TableCell.Text(String text) -> {
          XlsxOutput.text(sheet, at, column, text);
          if (wide(text) > WIDEST && !flows(row, column)) {
            style.wrapText(true).set();
          }
        }
        case TableCell.Figure(double number) -> sheet.value(at, column, number);
        case TableCell.Amount(BigDecimal amount) -> {
          sheet.value(at, column, amount);
          style.format(decimals(amount)).set();
        }
        case TableCell.Blank() -> {}
      }
      if (ruled) {
        style.set();
      }
    }
  }

  private static StyleSetter style(Worksheet sheet, int at, int column, boolean ruled) {
    StyleSetter style = sheet.style(at, column);
    return ruled ? style.borderStyle(BorderStyle.THIN) : style;
  }

  /** Whether a text may flow over the empty cell beside it, as a note does. */
  private static boolean flows(List<TableCell> row, int column) {
    return column + 1 < row.size() && row.get(column + 1) instanceof TableCell.Blank;
  }

  private static String decimals(BigDecimal amount) {
    return amount.scale() <= 0 ? "0" : "0." + "0".repeat(amount.scale());
  }
}
