package innovation.points.datasets.checking.row;

import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;

/** A column that is read for no field, and in which a row may say something of itself. */
record SpokenColumn(int position, String header) {

  /** The columns in which rows say something of that kind. */
  static List<SpokenColumn> of(Header header, RowColumn kind) {
    return all(header).stream().filter(column -> kind.is(column.header())).toList();
  }

  /** All columns that are read for no field. */
  static List<SpokenColumn> all(Header header) {
    List<SpokenColumn> found = new ArrayList<>();
    for (Reading.Column column : header.columns()) {
      if (column.field() == null) {
        String name = CellText.compact(column.header());
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
