package innovation.points.datasets.reading.header;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood; shown to whoever uploaded it.
 *
 * @param format {@code csv} or {@code xlsx}, by content, whatever the name says
 * @param encoding of a CSV: {@code UTF-8}, {@code GB18030} …
 * @param separator of a CSV: comma, semicolon or tab
 * @param sheet of an XLSX: the name of the sheet that was read
 * @param headerRow the row of the column names, from 1
 * @param columns every column with a header, from the left
 */
public record Reading(
    String format,
    @Nullable String encoding,
    @Nullable String separator,
    @Nullable String sheet,
    int headerRow,
    List<Column> columns) {

  /** By what a column was recognised. */
  public enum Match {
    /** The 列名 or the field name, letter for letter. */
    EXACT,
    /** The same without spaces, widths, stars, brackets and units. */
    NORMALIZED,
    /** A declared synonym. */
    SYNONYM,
    /** One of the columns a report adds; not read. */
    REPORT,
    /** Not recognised; not read. */
    UNKNOWN
  }

  /**
   * One column with a header.
   *
   * @param letter {@code C}
   * @param header what the file says
   * @param field the field it stands for, if it was recognised
   */
  public record Column(String letter, String header, @Nullable String field, Match match) {}

  public Reading {
    columns = List.copyOf(columns);
  }
}
