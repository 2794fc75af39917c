package innovation.points.datasets.checking.row;

import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A column that is read for no field, and in which a row may say something of itself. */
record SpokenColumn(int position, String header) {

  /** The columns with such names. */
  static List<SpokenColumn> named(Header header, Pattern names) {
    List<SpokenColumn> found = new ArrayList<>();
    for (Reading.Column column : header.columns()) {
      String name = CellText.compact(column.header());
      if (column.field() == null && names.matcher(name).matches()) {
        found.add(new SpokenColumn(SheetRow.column(column.letter()), name));
      }
    }
    return found;
  }

  /** What a row says in it, without blanks. */
  String text(SheetRow row) {
    SheetCell cell = row.cell(position);
    return CellText.compact(
        cell.single() instanceof SheetCell.Figure figure ? figure.plain() : cell.shown());
  }

  /**
   * Whether a row says nothing in some columns, as is seen from its bytes: all words that matter
   * are in Han characters.
   *
   * @param longest in bytes; longer texts do not matter
   */
  static boolean nothing(PlainRow row, List<SpokenColumn> columns, int longest) {
    for (SpokenColumn column : columns) {
      int to = row.to(column.position());
      int length = to - row.from(column.position());
      for (int at = to - length; at < to && length <= longest; at++) {
        if (row.bytes()[at] < 0) {
          return false;
        }
      }
    }
    return true;
  }
}
