package innovation.points.spreadsheet;

import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks in which text is text: no cell is a formula. */
public final class XlsxOutput {

  /** Characters that a cell can hold. */
  public static final int LONGEST_CELL = 32_767;

  private XlsxOutput() {}

  /**
   * A workbook without sheets.
   *
   * @param out written to as sheets are flushed and finished; not closed by {@link Workbook#finish}
   */
  public static Workbook workbook(OutputStream out) {
    return new Workbook(out, "innovation-points", "1.0");
  }

  /**
   * Writes a text within its cell, so that a long sheet's texts are not all gathered in memory; cut
   * where it is longer than a cell can hold.
   */
  public static void text(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, cut(text));
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
  }
}
