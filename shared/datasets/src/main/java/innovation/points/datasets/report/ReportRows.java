package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Reading.Match;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Goes through a checked file and makes of it the rows of an annotated copy, each where it was:
 * rows keep their numbers. How the file was read, and what is wrong with it as a whole, stands
 * before the first row's own problems, or in a row of its own where there is none.
 */
final class ReportRows {

  /** Takes the rows one by one. */
  interface Visitor {
    void row(ReportRow row) throws IOException;
  }

  private final CheckedFile file;
  private final BitSet reportColumns = new BitSet();
  private final String reading;
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
    this.reading = file.reading().map(Reading::sentence).orElse("");
    this.ofFile = whole.isEmpty() ? "" : "整个文件：" + ReportRow.messages(whole.stream());
    this.fileFault = whole.stream().anyMatch(ReportRows::stops);
  }

  private static boolean stops(FileProblem problem) {
    return switch (problem.code().severity()) {
      case FILE, HOLD -> true;
      case ROW, WARNING -> false;
    };
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
      visitor.row(new ReportRow(0, Kind.BLANK, List.of(), ReportRow.BAD, reading + ofFile, blank));
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
          explanation = reading + ofFile + explanation;
        }
      }
      case NOTE -> explanation = "不是数据行，没有读取。";
      case OTHER_TABLE -> explanation = "属于另一张表，没有读取。";
      case TITLE, BLANK -> {}
    }
    return new ReportRow(row.row().number(), row.kind(), theirs(row), result, explanation, row);
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

  private List<SheetCell> theirs(CheckedRow checked) {
    SheetRow row = checked.row();
    boolean spread = checked.kind() == Kind.DATA || checked.kind() == Kind.HEADER;
    List<SheetCell> cells = new ArrayList<>();
    for (int column = 0; column < row.width(); column++) {
      if (!reportColumns.get(column)) {
        cells.add(theirs(row.cell(column), spread));
      }
    }
    return cells;
  }

  /** The copy has no merged cells: texts are repeated, and figures stay what no row may claim. */
  private static SheetCell theirs(SheetCell cell, boolean spread) {
    if (!(cell instanceof SheetCell.Merged(SheetCell value, String area, boolean first))) {
      return cell;
    }
    boolean figure = value instanceof SheetCell.Figure || value instanceof SheetCell.Formatted;
    if (spread && !figure) {
      return value;
    }
    if (!first) {
      return new SheetCell.Text("");
    }
    return figure ? new SheetCell.Text(value.shown() + "（合并单元格 " + area + "）") : value;
  }
}
