package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.sheet.SheetCell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of an annotated copy.
 *
 * @param number in the file that was checked; 0 for a row that is not in it
 * @param cells theirs, without the columns an earlier report added
 * @param result 校验结果
 * @param explanation 问题说明
 */
record ReportRow(
    int number,
    Kind kind,
    List<SheetCell> cells,
    String result,
    String explanation,
    CheckedRow checked) {

  static final String GOOD = "通过";
  static final String BAD = "有误";
  static final String WARNED = "提醒";
  static final String NOT_TAKEN = "未采用";

  /** Whether it belongs to the rows that have to be mended. */
  boolean bad() {
    return kind == Kind.DATA && !checked.problems().isEmpty();
  }

  static String explanation(CheckedRow row) {
    return messages(Stream.concat(row.problems().stream(), row.warnings().stream()));
  }

  static String messages(Stream<FileProblem> problems) {
    return problems.map(FileProblem::message).collect(Collectors.joining());
  }
}
