package innovation.points.datasets.reading.sheet;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells from column A on; those after the last are empty
 * @param hidden whether the spreadsheet does not show the row
 * @param broken why the cells cannot be told apart for sure, a sentence; empty where they can
 */
public record SheetRow(int number, List<SheetCell> cells, boolean hidden, String broken) {

  public SheetRow(int number, List<SheetCell> cells) {
    this(number, cells, false, "");
  }

  /** The cell in that column, counted from 0. */
  public SheetCell cell(int column) {
    return column < cells.size() ? cells.get(column) : SheetCell.Text.EMPTY;
  }

  /** How many cells there are from A to the last that is not blank. */
  public int width() {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).blank()) {
      width--;
    }
    return width;
  }

  /** Whether a person sees nothing in it. */
  public boolean blank() {
    return width() == 0;
  }

  /** 0 for {@code A}, 26 for {@code AA}. */
  public static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + (letters.charAt(i) - 'A' + 1);
    }
    return column - 1;
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
