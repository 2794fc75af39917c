package innovation.points.datasets.reading.header;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of column names and what their columns stand for.
 *
 * @param firstRow the upper row of the header, from 1
 * @param lastRow the last row of the header; the data begin below
 * @param width how many columns it has, to the last that is named
 * @param cells how many cells the file has in it, blank ones too
 * @param positions the column of each field that is read, by its name, counted from 0
 * @param units in which a field's figures are, where the file says so
 * @param unit of the amounts of money that are read; none where no such column is read
 * @param problems missing and duplicate columns
 * @param warnings columns that are not read, and units that are converted
 */
public record Header(
    int firstRow,
    int lastRow,
    int width,
    int cells,
    List<Reading.Column> columns,
    Map<String, Integer> positions,
    Map<String, ColumnUnit> units,
    Reading.@Nullable UnitFound unit,
    List<FileProblem> problems,
    List<FileProblem> warnings) {

  public Header {
    columns = List.copyOf(columns);
    positions = Map.copyOf(positions);
    units = Map.copyOf(units);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** In which unit a field's figures are. */
  public ColumnUnit unit(String field) {
    return units.getOrDefault(field, ColumnUnit.OWN);
  }

  /** The same columns for rows that begin below a heading further down. */
  Header under(int row) {
    return new Header(row, row, width, cells, columns, positions, units, unit, problems, warnings);
  }

  /** Whether nothing that a file of the dataset must have is missing. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Whether it is the sheet of bad rows alone that a report has beside the whole file. */
  boolean ofReportExtract() {
    return columns.stream().anyMatch(c -> c.header().equals(HeaderMatcher.ORIGINAL_ROW))
        && columns.stream().anyMatch(c -> c.header().equals(HeaderMatcher.RESULT));
  }

  /** The columns that every form has and that hold no data: 序号, 备注. From 0. */
  public List<Integer> ofForm() {
    return columns.stream()
        .filter(c -> c.field() == null && FormColumns.is(c.header()))
        .map(c -> SheetRow.column(c.letter()))
        .toList();
  }

  /** The letters of the columns that have a header and are not read. */
  public List<String> unread() {
    return columns.stream()
        .filter(c -> c.field() == null && c.match() == Reading.Match.UNKNOWN)
        .map(Reading.Column::letter)
        .toList();
  }
}
