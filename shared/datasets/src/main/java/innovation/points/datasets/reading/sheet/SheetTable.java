package innovation.points.datasets.reading.sheet;

import java.io.IOException;
import java.util.BitSet;
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

  /** Hands over the rows from the top, with rising numbers; rows without a cell may be left out. */
  void forEachRow(Visitor visitor) throws IOException, FileFault;
}
