package innovation.points.scoring.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Selects the cells to hide of a table with totals of its rows and columns, so that no figure about
 * fewer than three enterprises is shown or can be derived by subtraction from totals.
 *
 * <p>Each row and each column says that its cells add up to its total. With the hidden cells as
 * edges between rows and columns, a cell follows from these equations exactly where no other way
 * leads from its row to its column.
 */
public final class SmallCells {

  private final int[][] sizes;
  private final boolean[][] hidden;
  private final int rows;
  private final int columns;

  private record Cell(int row, int column) {}

  private SmallCells(int[][] sizes) {
    this.sizes = sizes;
    this.rows = sizes.length;
    this.columns = sizes[0].length;
    this.hidden = new boolean[rows][columns];
  }

  /**
   * The cells to hide. Empty cells are never hidden.
   *
   * @param sizes enterprises by row and column; the last row has the totals of the columns, the
   *     last column those of the rows. Where rows overlap, the totals may be less than the sums
   */
  public static boolean[][] hidden(int[][] sizes) {
    var table = new SmallCells(sizes);
    table.hideSmall();
    while (table.hideDerivable() || table.hideSingles()) {
      // What was hidden may make another cell derivable.
    }
    return table.hidden;
  }

  private void hideSmall() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        hidden[row][column] = SmallGroups.isSmall(sizes[row][column]);
      }
    }
  }

  /** Hides another cell for each hidden one that the totals would tell. */
  private boolean hideDerivable() {
    boolean more = false;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (hidden[row][column]) {
          more |= hideBeside(row, column);
        }
      }
    }
    return more;
  }

  /** Hides the fewest enterprises that give a hidden cell another way from row to column. */
  private boolean hideBeside(int row, int column) {
    boolean more = false;
    for (Cell cell : way(new Cell(row, column))) {
      more |= hide(cell);
    }
    return more;
  }

  /**
   * The cells of the way from a cell's row to its column that hides the fewest enterprises
   * (Dijkstra). There is one: from its row by the totals to its column.
   */
  private List<Cell> way(Cell without) {
    int nodes = rows + columns;
    var cost = new long[nodes];
    Arrays.fill(cost, Long.MAX_VALUE);
    var from = new int[nodes];
    var done = new boolean[nodes];
    cost[without.row()] = 0;
    for (int at = without.row(); at >= 0; at = nearest(cost, done)) {
      done[at] = true;
      for (int next = at < rows ? rows : 0; next < (at < rows ? nodes : rows); next++) {
        Cell cell = between(at, next);
        int size = sizes[cell.row()][cell.column()];
        if (size == 0 || cell.equals(without)) {
          continue;
        }
        long sum = cost[at] + (hidden[cell.row()][cell.column()] ? 0 : size);
        if (sum < cost[next]) {
          cost[next] = sum;
          from[next] = at;
        }
      }
    }
    var way = new ArrayList<Cell>();
    for (int at = rows + without.column(); at != without.row(); at = from[at]) {
      way.add(between(from[at], at));
    }
    return way;
  }

  private Cell between(int node, int other) {
    return new Cell(Math.min(node, other), Math.max(node, other) - rows);
  }

  /** The nearest that is not done; -1 where none is left that can be reached. */
  private static int nearest(long[] cost, boolean[] done) {
    int nearest = -1;
    for (int i = 0; i < cost.length; i++) {
      if (!done[i] && cost[i] < (nearest < 0 ? Long.MAX_VALUE : cost[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Hides another cell of each row and column whose hidden cells can only be one each. */
  private boolean hideSingles() {
    boolean more = false;
    for (int row = 0; row < rows; row++) {
      int at = row;
      more |= hideSingles(columns, _ -> at, column -> column);
    }
    for (int column = 0; column < columns; column++) {
      int at = column;
      more |= hideSingles(rows, row -> row, _ -> at);
    }
    return more;
  }

  private boolean hideSingles(int length, IntUnaryOperator row, IntUnaryOperator column) {
    int last = length - 1;
    if (hidden[row.applyAsInt(last)][column.applyAsInt(last)]) {
      return false;
    }
    int count = 0;
    int sum = 0;
    Cell next = null;
    for (int i = 0; i < length; i++) {
      int r = row.applyAsInt(i);
      int c = column.applyAsInt(i);
      if (hidden[r][c]) {
        count++;
        sum += sizes[r][c];
      }
      next = smaller(next, r, c);
    }
    return count > 0 && !SmallGroups.isVague(count, sum) && hide(next);
  }

  /** The smaller of the cells that are shown and not empty; of equal ones the first. */
  private @Nullable Cell smaller(@Nullable Cell one, int row, int column) {
    boolean possible = !hidden[row][column] && sizes[row][column] > 0;
    return possible && (one == null || sizes[row][column] < sizes[one.row()][one.column()])
        ? new Cell(row, column)
        : one;
  }

  private boolean hide(@Nullable Cell cell) {
    if (cell == null || hidden[cell.row()][cell.column()]) {
      return false;
    }
    hidden[cell.row()][cell.column()] = true;
    return true;
  }
}
