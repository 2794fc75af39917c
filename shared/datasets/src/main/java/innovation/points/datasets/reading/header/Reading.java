package innovation.points.datasets.reading.header;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood; shown to whoever uploaded it.
 *
 * @param kind {@code csv}, {@code xlsx}, {@code xls}, {@code ods} or {@code html}, by content,
 *     whatever the name says
 * @param encoding of a text: {@code UTF-8}, {@code GB18030} …
 * @param separator of a CSV: comma, semicolon, tab, bar or full-width comma
 * @param sheet of a workbook: the name of the sheet that was read
 * @param headerRows the rows of the column names, from 1
 * @param unit of the amounts of money
 * @param columns every column with a header, from the left
 * @param notRead what is in the file and was not read
 * @param tables all tables that could be meant, where there are several, as {@link Said#table()}
 *     names one
 * @param hidden what the spreadsheet does not show and was read all the same
 * @param sentence all of it in one sentence in Chinese
 */
public record Reading(
    String kind,
    @Nullable String encoding,
    @Nullable String separator,
    @Nullable String sheet,
    List<Integer> headerRows,
    @Nullable UnitFound unit,
    List<Column> columns,
    NotRead notRead,
    List<String> tables,
    Hidden hidden,
    String sentence) {

  /** By what a column was recognised. */
  public enum Match {
    /** The 列名 or the field name, letter for letter. */
    EXACT,
    /** The same without spaces, widths, stars, brackets and units. */
    NORMALIZED,
    /** A declared synonym. */
    SYNONYM,
    /** A person said it. */
    CONFIRMED,
    /** One of the columns a report adds; not read. */
    REPORT,
    /** Says of each row its unit, its year or whether it counts; holds no figures. */
    ROW,
    /** Not recognised; not read. */
    UNKNOWN
  }

  /**
   * One column with a header.
   *
   * @param letter {@code C}
   * @param header what the file says
   * @param field the field it stands for, if it is read
   * @param unit of its figures, as found; none where none is named
   * @param factor by which its figures were multiplied
   */
  public record Column(
      String letter,
      String header,
      @Nullable String field,
      Match match,
      @Nullable String unit,
      double factor) {}

  /**
   * The unit of the amounts of money.
   *
   * @param name as found, or the dataset's own where none is named
   * @param from where it was found: 列名, 第 1 行 …; none where it is assumed
   * @param factor by which figures were multiplied
   */
  public record UnitFound(String name, @Nullable String from, double factor) {}

  /**
   * What was not read.
   *
   * @param sheets by name
   * @param tables further tables of the sheet, by their header's row
   * @param columns by letter
   * @param rows notes, totals and the like, by number; the first hundred
   */
  public record NotRead(
      List<String> sheets, List<Integer> tables, List<String> columns, List<Integer> rows) {
    public NotRead {
      sheets = List.copyOf(sheets);
      tables = List.copyOf(tables);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What is hidden.
   *
   * @param columns by letter, those that were read
   * @param sheets by name; not read
   */
  public record Hidden(List<String> columns, List<String> sheets) {
    public Hidden {
      columns = List.copyOf(columns);
      sheets = List.copyOf(sheets);
    }
  }

  public Reading {
    headerRows = List.copyOf(headerRows);
    columns = List.copyOf(columns);
    tables = List.copyOf(tables);
  }

  /** The row under which the data begin. */
  public int headerRow() {
    return headerRows.getLast();
  }
}
