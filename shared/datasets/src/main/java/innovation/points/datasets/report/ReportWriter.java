package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.spreadsheet.CsvOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what was found in a file: the file itself with 校验结果 and 问题说明 behind its own columns, row
 * by row where it was, complete however long it is. Uploading it again after mending works: our
 * columns are not read. The streams are flushed, not closed.
 */
public final class ReportWriter {

  /**
   * As CSV. A cell that a spreadsheet would calculate gets an apostrophe before it, which is left
   * out again when the file is read.
   */
  public void csv(CheckedFile file, OutputStream out) throws IOException {
    try {
      CsvOutput csv = new CsvOutput(out);
      ReportRows rows = new ReportRows(file);
      if (!file.hasRows()) {
        csv.row(List.of(HeaderMatcher.RESULT, HeaderMatcher.EXPLANATION));
      }
      int[] written = {0};
      rows.forEach(
          row -> {
            if (row.kind() == Kind.BLANK && row.number() > 0) {
              return;
            }
            for (written[0]++; written[0] < row.number(); written[0]++) {
              csv.row(List.of());
            }
            csv.row(texts(row, rows.width()));
          });
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> texts(ReportRow row, int width) {
    List<String> texts = new ArrayList<>();
    row.cells().forEach(cell -> texts.add(shown(cell)));
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

  private static String shown(SheetCell cell) {
    return cell instanceof SheetCell.Figure figure ? figure.plain() : cell.shown();
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
