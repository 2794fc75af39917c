package innovation.points.web.table;

import innovation.points.web.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV that opens right in a spreadsheet: UTF-8 with BOM, RFC 4180, and no cell that a spreadsheet
 * would take for a formula.
 */
public final class CsvWriter {
  private static final char BOM = '\uFEFF';

  /** What begins a formula, or, before one, is skipped by a spreadsheet that reads it. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠﹢﹣﹦";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private CsvWriter() {}

  public static String write(ListTable table) {
    var csv = new StringBuilder();
    write(table, csv);
    return csv.toString();
  }

  /** Row by row, so that a table may be longer than the memory. */
  static void write(ListTable table, Appendable out) {
    try {
      var line = new StringBuilder().append(BOM);
      line(line, table.titles().stream().map(TableCell::of).toList());
      out.append(line);
      for (List<TableCell> row : table.rows()) {
        line.setLength(0);
        line(line, row);
        out.append(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder csv, List<TableCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        csv.append(',');
      }
      csv.append(
          switch (cells.get(i)) {
            case TableCell.Text(String text) -> quoted(defused(text));
            case TableCell.Figure(double number) -> Json.shortest(number);
            case TableCell.Amount(BigDecimal amount) -> amount.toPlainString();
            case TableCell.Blank() -> "";
          });
    }
    csv.append("\r\n");
  }

  /** The text with an apostrophe before it where a spreadsheet would calculate it. */
  static String defused(String text) {
    int start = 0;
    while (start < text.length() && isSkipped(text.charAt(start))) {
      start++;
    }
    boolean formula =
        (start < text.length() && FORMULA.indexOf(text.charAt(start)) >= 0)
            || (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0);
    return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c);
  }

  private static String quoted(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == '\t')
            && text.strip().length() == text.length();
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
