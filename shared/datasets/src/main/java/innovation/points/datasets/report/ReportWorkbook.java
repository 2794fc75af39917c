package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.spreadsheet.XlsxOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The annotated copy as a workbook. */
final class ReportWorkbook {

  private static final String RED = "FFC7CE";
  private static final String YELLOW = "FFEB9C";
  private static final String GREY = "D9E1F2";
  private static final int MOST_COMMENTS = 5_000;
  private static final int MOST_SHARED = 10_000;
  private static final int FLUSH = 500;

  private final CheckedFile file;
  private final ReportRows rows;
  private final Set<String> explanations = new HashSet<>();
  private int comments;

  ReportWorkbook(CheckedFile file) {
    this.file = file;
    this.rows = new ReportRows(file);
  }

  void write(OutputStream out) throws IOException {
    Workbook workbook = XlsxOutput.workbook(out);
    all(workbook.newWorksheet("校验结果"));
    bad(workbook.newWorksheet("仅有误的行"));
    workbook.finish();
  }

  private void all(Worksheet sheet) throws IOException {
    if (!file.hasRows()) {
      sheet.value(0, 0, HeaderMatcher.RESULT);
      sheet.value(0, 1, HeaderMatcher.EXPLANATION);
    }
    if (file.hasRows()) {
      file.reading().ifPresent(reading -> sheet.freezePane(0, reading.headerRow()));
    }
    layout(sheet);
    int[] last = {file.hasRows() ? 0 : 1};
    rows.forEach(
        row -> {
          int at = row.number() == 0 ? last[0] : row.number() - 1;
          if (at < Worksheet.MAX_ROWS) {
            write(sheet, at, row);
            last[0] = at + 1;
            flush(sheet, at);
          }
        });
    sheet.finish();
  }

  private void bad(Worksheet sheet) throws IOException {
    layout(sheet);
    int[] next = {0};
    rows.forEach(
        row -> {
          if (row.bad() || row.kind() == Kind.HEADER) {
            int at = next[0]++;
            write(sheet, at, row);
            if (row.bad()) {
              sheet.value(at, rows.width() + 2, row.number());
            } else if (!row.result().isEmpty()) {
              XlsxOutput.text(sheet, at, rows.width() + 2, HeaderMatcher.ORIGINAL_ROW);
            }
            flush(sheet, at);
          }
        });
    sheet.finish();
  }

  private void layout(Worksheet sheet) {
    sheet.width(rows.width(), 10);
    sheet.width(rows.width() + 1, 80);
  }

  private static void flush(Worksheet sheet, int row) throws IOException {
    if (row % FLUSH == FLUSH - 1) {
      sheet.flush();
    }
  }

  private void write(Worksheet sheet, int at, ReportRow row) {
    List<SheetCell> cells = row.cells();
    for (int column = 0; column < cells.size(); column++) {
      write(sheet, at, column, cells.get(column));
    }
    if (row.kind() == Kind.TITLE) {
      return;
    }
    XlsxOutput.text(sheet, at, rows.width(), row.result());
    explain(sheet, at, row.explanation());
    if (row.kind() == Kind.HEADER) {
      sheet.range(at, 0, at, rows.width() + 1).style().bold().fillColor(GREY).set();
    }
    row.checked().warnings().forEach(problem -> mark(sheet, at, problem, YELLOW));
    row.checked().problems().forEach(problem -> mark(sheet, at, problem, RED));
  }

  private static void write(Worksheet sheet, int row, int column, SheetCell cell) {
    switch (cell) {
      case SheetCell.Figure figure -> sheet.value(row, column, new BigDecimal(figure.plain()));
      case SheetCell.Bool(boolean value) -> sheet.value(row, column, value);
      case SheetCell.Day(LocalDate day, int second) when second == 0 -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      // Read again, it has to be doubted again.
      case SheetCell.Day day -> XlsxOutput.text(sheet, row, column, day.shown());
      case SheetCell.Formatted figure -> XlsxOutput.text(sheet, row, column, figure.shown());
      case SheetCell.Merged merged -> write(sheet, row, column, merged.cell());
      case SheetCell.Uncomputed formula -> XlsxOutput.text(sheet, row, column, formula.shown());
      case SheetCell.Text text -> XlsxOutput.text(sheet, row, column, text.text());
      case SheetCell.Fault fault -> XlsxOutput.text(sheet, row, column, fault.shown());
    }
  }

  /** Explanations repeat: the first different ones are kept once for the whole workbook. */
  private void explain(Worksheet sheet, int at, String explanation) {
    boolean shared =
        explanation.length() <= XlsxOutput.LONGEST_CELL
            && (explanations.contains(explanation)
                || (explanations.size() < MOST_SHARED && explanations.add(explanation)));
    if (shared && !explanation.isEmpty()) {
      sheet.value(at, rows.width() + 1, explanation);
    } else {
      XlsxOutput.text(sheet, at, rows.width() + 1, explanation);
    }
  }

  private void mark(Worksheet sheet, int at, FileProblem problem, String colour) {
    String letter = problem.columnLetter();
    if (letter == null) {
      return;
    }
    int column = rows.position(letter);
    sheet.style(at, column).fillColor(colour).set();
    if (comments < MOST_COMMENTS && column < rows.width()) {
      sheet.comment(at, column, problem.message());
      comments++;
    }
  }
}
