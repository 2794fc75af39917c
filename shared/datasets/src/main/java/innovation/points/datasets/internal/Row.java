package innovation.points.datasets.internal;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells from column A on; those after the last are empty
 */
public record Row(int number, List<Cell> cells) {

  /** The cell in that column, counted from 0. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.Text.EMPTY;
  }

  /** Whether a person sees nothing in it. */
  public boolean blank() {
    return cells.stream().allMatch(Cell::blank);
  }

  /** {@code A} for 0, {@code AA} for 26. */
  public static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
