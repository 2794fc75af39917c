package innovation.points.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV that opens right in a spreadsheet: UTF-8 with BOM, RFC 4180, and no cell that a spreadsheet
 * would take for a formula.
 */
final class CsvWriter {
  private static final char BOM = '\uFEFF';

  /** What begins a formula, or, before one, is skipped by a spreadsheet that reads it. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠﹢﹣﹦";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private CsvWriter() {}

  static String write(Table table) {
    var csv = new StringBuilder();
    write(table, csv);
    return csv.toString();
  }

  /** Row by row, so that a table may be longer than the memory. */
  static void write(Table table, Appendable out) {
    try {
      var line = new StringBuilder().append(BOM);
      line(line, table.titles().stream().map(Cell::of).toList());
      out.append(line);
      for (List<Cell> row : table.rows()) {
        line.setLength(0);
        line(line, row);
        out.append(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder csv, List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        csv.append(',');
      }
      csv.append(
          switch (cells.get(i)) {
            case Cell.Text(String text) -> quoted(defused(text));
            case Cell.Figure(double number) -> shortest(number);
            case Cell.Amount(BigDecimal amount) -> amount.toPlainString();
            case Cell.Blank() -> "";
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

  static String shortest(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
