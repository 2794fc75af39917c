package innovation.points.datasets.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.datasets.reading.header.HeaderMatcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what was found in a file: the file itself with 校验结果 and 问题说明 behind its own columns, row
 * by row where it was, complete however long it is. Uploading it again after mending works: our
 * columns are not read. The streams are flushed, not closed.
 */
public final class ReportWriter {

  private static final String FORMULA_STARTS = "=+-@＝＋－＠\t\r";

  /**
   * As CSV: UTF-8 with BOM, comma, CRLF. A cell that a spreadsheet would run as a formula gets an
   * apostrophe before it, which is left out again when the file is read.
   */
  public void csv(CheckedFile file, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer); // closing closes out
    try {
      ReportRows rows = new ReportRows(file);
      if (!file.hasRows()) {
        csv.writeRecord(HeaderMatcher.RESULT, HeaderMatcher.EXPLANATION);
      }
      int[] written = {0};
      rows.forEach(
          row -> {
            if (row.kind() == Kind.BLANK && row.number() > 0) {
              return;
            }
            for (written[0]++; written[0] < row.number(); written[0]++) {
              csv.writeRecord("");
            }
            csv.writeRecord(texts(row, rows.width()));
          });
      csv.flush();
      writer.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> texts(ReportRow row, int width) {
    List<String> texts = new ArrayList<>();
    row.cells().forEach(cell -> texts.add(defused(cell)));
    if (row.kind() == Kind.TITLE) {
      return texts;
    }
    while (texts.size() < width) {
      texts.add("");
    }
    texts.add(row.result());
    texts.add(row.explanation());
    return texts;
  }

  static String defused(SheetCell cell) {
    if (cell instanceof SheetCell.Figure figure) {
      return figure.plain();
    }
    String text = cell.shown();
    boolean formula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !CellReader.missing(CellText.compact(text))
            && CellText.number(CellText.narrow(text).replace(",", "")).isEmpty();
    return formula ? "'" + text : text;
  }

  /**
   * As XLSX: bad cells are filled and commented (the first 5 000; the column 问题说明 has all), and a
   * second sheet holds the bad rows alone. Of their formats only those of days are kept. Rows
   * beyond the 1 048 576 a sheet can hold are left to the CSV.
   */
  public void xlsx(CheckedFile file, OutputStream out) throws IOException {
    new ReportWorkbook(file).write(out);
  }

  /** Everything that was found, as one JSON document, row by row. */
  public void json(CheckedFile file, OutputStream out) throws IOException {
    new ReportJson(file).write(out);
  }
}
