package innovation.points.datasets.reading.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, or a CSV file under one encoding and separator; can be read repeatedly.
 */
public interface SheetTable {

  /** Takes the rows one by one. */
  interface Visitor {
    /** Returns whether to go on. */
    boolean row(SheetRow row) throws IOException;

    /** The same for a row that is good during the call only. */
    default boolean plain(PlainRow row) throws IOException {
      return row(row.sheetRow());
    }
  }

  /**
   * How the table is read.
   *
   * @param kind {@code csv}, {@code xlsx}, {@code xls}, {@code ods} or {@code html}
   * @param encoding of a text
   * @param separator of a CSV
   * @param sheet of a workbook: its name
   * @param epoch1904 whether day numbers count from 1904 instead of 1900
   */
  record Origin(
      String kind,
      @Nullable String encoding,
      @Nullable Character separator,
      @Nullable String sheet,
      boolean epoch1904) {}

  Origin origin();

  /** The columns that the spreadsheet does not show, counted from 0; known once rows were read. */
  default BitSet hiddenColumns() {
    return new BitSet();
  }

  /**
   * What a sheet says outside of its cells.
   *
   * @param row the row beside which it stands, from 1; 0 where it is the page's header or footer
   * @param place 单元格 C1 的批注, 页眉
   */
  record Note(int row, String place, String text) {
    /** A comment on a cell. */
    public static Note comment(int row, int column, String text) {
      return new Note(row, "单元格 %s%d 的批注".formatted(SheetRow.letter(column), row), text);
    }
  }

  /** What the sheet says outside of its cells; known once rows were read. */
  default List<Note> notes() {
    return List.of();
  }

  /** Hands over the rows from the top, with rising numbers; rows without a cell may be left out. */
  void forEachRow(Visitor visitor) throws IOException, FileFault;
}
