package innovation.points.lookup.pivot;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.disclosure.SmallCells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the points of enterprises by row and column. An enterprise may stand in several rows or
 * columns; the totals have it once. Not thread-safe.
 */
final class Pivot {

  /** The group of the enterprises without a value; the last of all. */
  static final String NONE = "";

  private static final Comparator<String> ORDER =
      Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

  private final Map<Place, DoubleStream.Builder> points = new HashMap<>();
  private final TreeSet<String> rows;
  private final TreeSet<String> columns;

  /** A cell; an empty row or column is that of the totals. */
  private record Place(Optional<String> row, Optional<String> column) {}

  /**
   * The figures of a cell.
   *
   * @param enterprises null where it is suppressed
   * @param value what is measured, two decimals; null where it is suppressed or there is nobody
   */
  record Cell(
      @Nullable Integer enterprises,
      @Nullable Double value,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {
    static final Cell SUPPRESSED = new Cell(null, null, true);
  }

  /**
   * A finished table.
   *
   * @param cells by row and column; the last row has the totals of the columns, the last column
   *     those of the rows
   */
  record Result(List<String> rows, List<String> columns, List<List<Cell>> cells) {}

  /**
   * @param rows in their order; those that are not named follow
   */
  Pivot(List<String> rows, List<String> columns) {
    this.rows = new TreeSet<>(order(rows));
    this.columns = new TreeSet<>(order(columns));
  }

  private static Comparator<String> order(List<String> first) {
    return Comparator.comparing(
            (String id) -> first.contains(id) ? first.indexOf(id) : Integer.MAX_VALUE)
        .thenComparing(ORDER);
  }

  /** Adds an enterprise. */
  void add(List<String> ofRows, List<String> ofColumns, double value) {
    rows.addAll(ofRows);
    columns.addAll(ofColumns);
    for (String row : ofRows) {
      for (String column : ofColumns) {
        add(Optional.of(row), Optional.of(column), value);
      }
      add(Optional.of(row), Optional.empty(), value);
    }
    for (String column : ofColumns) {
      add(Optional.empty(), Optional.of(column), value);
    }
    add(Optional.empty(), Optional.empty(), value);
  }

  private void add(Optional<String> row, Optional<String> column, double value) {
    points.computeIfAbsent(new Place(row, column), _ -> DoubleStream.builder()).add(value);
  }

  /**
   * The table of what was added.
   *
   * @param whole whether small cells are shown
   */
  Result result(Measure measure, boolean whole) {
    List<List<double[]>> values = new ArrayList<>();
    for (Optional<String> row : withTotals(rows)) {
      values.add(withTotals(columns).stream().map(column -> at(row, column)).toList());
    }
    boolean[][] hidden = whole ? new boolean[0][] : SmallCells.hidden(sizes(values));
    List<List<Cell>> cells = new ArrayList<>();
    for (int row = 0; row < values.size(); row++) {
      var line = new ArrayList<Cell>();
      for (int column = 0; column < values.get(row).size(); column++) {
        double[] of = values.get(row).get(column);
        line.add(
            !whole && hidden[row][column]
                ? Cell.SUPPRESSED
                : new Cell(of.length, measure.of(of), false));
      }
      cells.add(line);
    }
    return new Result(List.copyOf(rows), List.copyOf(columns), cells);
  }

  private double[] at(Optional<String> row, Optional<String> column) {
    var builder = points.get(new Place(row, column));
    return builder == null ? new double[0] : builder.build().toArray();
  }

  private static List<Optional<String>> withTotals(Iterable<String> groups) {
    var all = new ArrayList<Optional<String>>();
    groups.forEach(group -> all.add(Optional.of(group)));
    all.add(Optional.empty());
    return all;
  }

  private static int[][] sizes(List<List<double[]>> values) {
    return values.stream()
        .map(row -> row.stream().mapToInt(of -> of.length).toArray())
        .toArray(int[][]::new);
  }
}
