package innovation.points.scoring.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Tries to find what is hidden by solving the equations of a table's totals. */
class SmallCellsTest {

  @Test
  void nothingIsHiddenWithoutNeed() {
    assertThat(shown(new int[][] {{3, 40, 0}, {5, 7, 12}}))
        .isEqualTo("3 40 0 43|5 7 12 24|8 47 12 67");
  }

  @Test
  void oneSmallCellTakesTheSmallestOthersOfItsRowAndColumnWithIt() {
    assertThat(shown(new int[][] {{2, 40, 8}, {5, 7, 12}, {9, 50, 20}}))
        .isEqualTo("* 40 * 50|* 7 * 24|9 50 20 79|16 97 40 153");
  }

  @Test
  void smallCellsThatAloneFillARowHideItsTotal() {
    assertThat(shown(new int[][] {{1, 0}, {5, 7}, {9, 20}}))
        .isEqualTo("* 0 *|* 7 *|9 20 29|15 27 42");
  }

  @Test
  void cellsOfOneEachWouldBeKnownByTheirNumber() {
    assertThat(shown(new int[][] {{1, 1, 4, 9}, {1, 1, 6, 9}}))
        .isEqualTo("* * * 9 15|* * * 9 17|* * 10 18 32");
  }

  @Test
  void tinyTableShowsNothing() {
    assertThat(shown(new int[][] {{2, 0}})).isEqualTo("* 0 *|* 0 *");
  }

  @Property(tries = 400)
  void noSmallCellFollowsFromTheTotals(@ForAll("tables") int[][] cells) {
    int[][] sizes = withTotals(cells);
    boolean[][] hidden = SmallCells.hidden(sizes);
    List<double[]> equations = equations(sizes, hidden);
    for (int row = 0; row < sizes.length; row++) {
      for (int column = 0; column < sizes[0].length; column++) {
        if (SmallGroups.isSmall(sizes[row][column])) {
          assertThat(hidden[row][column]).isTrue();
          assertThat(follows(equations, row * sizes[0].length + column)).isFalse();
        }
        assertThat(hidden[row][column] && sizes[row][column] == 0).isFalse();
      }
    }
  }

  @Provide
  Arbitrary<int[][]> tables() {
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            columns ->
                Arbitraries.frequency(
                        Tuple.of(3, 0),
                        Tuple.of(2, 1),
                        Tuple.of(1, 2),
                        Tuple.of(2, 3),
                        Tuple.of(2, 4),
                        Tuple.of(2, 17))
                    .array(int[].class)
                    .ofSize(columns)
                    .array(int[][].class)
                    .ofMinSize(1)
                    .ofMaxSize(6));
  }

  /** What each row and each column says of the hidden cells: coefficients by cell. */
  private static List<double[]> equations(int[][] sizes, boolean[][] hidden) {
    int rows = sizes.length;
    int columns = sizes[0].length;
    var equations = new ArrayList<double[]>();
    for (int row = 0; row < rows; row++) {
      var equation = new double[rows * columns];
      for (int column = 0; column < columns; column++) {
        if (hidden[row][column]) {
          equation[row * columns + column] = column == columns - 1 ? -1 : 1;
        }
      }
      equations.add(equation);
    }
    for (int column = 0; column < columns; column++) {
      var equation = new double[rows * columns];
      for (int row = 0; row < rows; row++) {
        if (hidden[row][column]) {
          equation[row * columns + column] = row == rows - 1 ? -1 : 1;
        }
      }
      equations.add(equation);
    }
    return equations;
  }

  /** Whether some combination of the equations is about one cell alone. */
  private static boolean follows(List<double[]> equations, int cell) {
    var left = new ArrayList<double[]>();
    equations.forEach(equation -> left.add(equation.clone()));
    // Eliminate all other cells: what remains says something of the cell, or nothing.
    for (int other = 0; other < left.getFirst().length; other++) {
      if (other != cell) {
        eliminate(left, other);
      }
    }
    return left.stream().anyMatch(equation -> Math.abs(equation[cell]) > 1e-9);
  }

  private static void eliminate(List<double[]> equations, int cell) {
    for (int i = 0; i < equations.size(); i++) {
      if (Math.abs(equations.get(i)[cell]) > 1e-9) {
        double[] pivot = equations.remove(i);
        for (double[] equation : equations) {
          double factor = equation[cell] / pivot[cell];
          for (int at = 0; at < equation.length; at++) {
            equation[at] -= factor * pivot[at];
          }
        }
        return;
      }
    }
  }

  private static int[][] withTotals(int[][] cells) {
    int columns = cells[0].length;
    var sizes = new int[cells.length + 1][columns + 1];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < columns; column++) {
        int size = cells[row][column];
        sizes[row][column] = size;
        sizes[row][columns] += size;
        sizes[cells.length][column] += size;
        sizes[cells.length][columns] += size;
      }
    }
    return sizes;
  }

  private static String shown(int[][] cells) {
    int[][] sizes = withTotals(cells);
    boolean[][] hidden = SmallCells.hidden(sizes);
    var lines = new ArrayList<String>();
    for (int row = 0; row < sizes.length; row++) {
      var line = new ArrayList<String>();
      for (int column = 0; column < sizes[row].length; column++) {
        line.add(hidden[row][column] ? "*" : String.valueOf(sizes[row][column]));
      }
      lines.add(String.join(" ", line));
    }
    return String.join("|", lines);
  }
}
