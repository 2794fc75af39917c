package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.datasets.reading.container.SheetRow;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Reading.Match;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Goes through a checked file and makes of it the rows of an annotated copy, each where it was:
 * rows keep their numbers. What is wrong with the file as a whole stands before the first row's own
 * problems, or in a row of its own where there is none.
 */
final class ReportRows {

  /** Takes the rows one by one. */
  interface Visitor {
    void row(ReportRow row) throws IOException;
  }

  private final CheckedFile file;
  private final BitSet reportColumns = new BitSet();
  private final String ofFile;
  private final boolean fileFault;
  private boolean told;

  ReportRows(CheckedFile file) {
    this.file = file;
    for (Reading.Column column : file.reading().map(Reading::columns).orElse(List.of())) {
      if (column.match() == Match.REPORT) {
        reportColumns.set(SheetRow.column(column.letter()));
      }
    }
    List<FileProblem> whole = file.ofFile();
    this.ofFile = whole.isEmpty() ? "" : "整个文件：" + ReportRow.messages(whole.stream());
    this.fileFault = whole.stream().anyMatch(p -> p.code().severity() == ProblemCode.Severity.FILE);
  }

  /** How many columns of theirs a row has; ours come behind. */
  int width() {
    return Math.max(0, file.width() - reportColumns.cardinality());
  }

  /** The place of a column of theirs in the copy. */
  int position(String letter) {
    int column = SheetRow.column(letter);
    return column - reportColumns.get(0, column).cardinality();
  }

  void forEach(Visitor visitor) throws IOException {
    told = false;
    file.forEachRow(row -> visitor.row(report(row)));
    if (!told && !ofFile.isEmpty()) {
      SheetRow none = new SheetRow(1, List.of());
      CheckedRow blank = new CheckedRow(Kind.BLANK, none, null, Map.of(), List.of(), List.of());
      visitor.row(new ReportRow(0, Kind.BLANK, List.of(), ReportRow.BAD, ofFile, blank));
    }
  }

  private ReportRow report(CheckedRow row) {
    String result = "";
    String explanation = "";
    switch (row.kind()) {
      case HEADER -> {
        boolean last = file.reading().map(r -> r.headerRow() == row.row().number()).orElse(false);
        result = last ? HeaderMatcher.RESULT : "";
        explanation = last ? HeaderMatcher.EXPLANATION : "";
      }
      case DATA -> {
        result = result(row);
        explanation = ReportRow.explanation(row);
        if (!told) {
          told = true;
          result = fileFault ? ReportRow.BAD : warned(result);
          explanation = ofFile + explanation;
        }
      }
      case TITLE, BLANK -> {}
    }
    return new ReportRow(
        row.row().number(), row.kind(), theirs(row.row()), result, explanation, row);
  }

  private String warned(String result) {
    return result.equals(ReportRow.GOOD) && !ofFile.isEmpty() ? ReportRow.WARNED : result;
  }

  private String result(CheckedRow row) {
    if (!row.problems().isEmpty()) {
      return ReportRow.BAD;
    }
    if (fileFault) {
      return ReportRow.NOT_TAKEN;
    }
    return row.warnings().isEmpty() ? ReportRow.GOOD : ReportRow.WARNED;
  }

  private List<SheetCell> theirs(SheetRow row) {
    List<SheetCell> cells = new ArrayList<>();
    for (int column = 0; column < row.width(); column++) {
      if (!reportColumns.get(column)) {
        cells.add(row.cell(column));
      }
    }
    return cells;
  }
}
