package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.scoring.facts.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of one row of a file.
 *
 * @param row as the spreadsheet counts, from 1
 * @param uscc 统一社会信用代码; none where the row has no valid one
 * @param values by field name, in the dataset's units, without {@code uscc}; of a rejected row
 *     those that can be read
 * @param problems errors, then warnings
 */
public record ReadRow(
    int row,
    Optional<String> uscc,
    RowStatus status,
    Map<String, Value> values,
    List<FileProblem> problems) {
  public ReadRow {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** Whether the row counts where its file does. */
  public boolean accepted() {
    return status == RowStatus.ACCEPTED || status == RowStatus.WARNED;
  }

  /** What is kept of a checked row; none of rows that are neither data nor notes among them. */
  static Optional<RowStatus> status(CheckedRow row) {
    return switch (row.kind()) {
      case DATA ->
          Optional.of(
              !row.accepted()
                  ? RowStatus.REJECTED
                  : row.warnings().isEmpty() ? RowStatus.ACCEPTED : RowStatus.WARNED);
      case NOTE -> Optional.of(RowStatus.NOTE);
      case TITLE, HEADER, OTHER_TABLE, BLANK -> Optional.empty();
    };
  }
}
