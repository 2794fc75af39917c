package innovation.points.datasets.reading.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged areas of a sheet, applied to its rows from the top down. */
public final class MergedAreas {

  private static final int MOST = 100_000;
  private static final int WIDEST = 1_000;
  private static final int MOST_OPEN = 2_000;

  /** Rows and columns from 0, both ends included. */
  record Area(int top, int left, int bottom, int right) {
    String name() {
      return SheetRow.letter(left) + (top + 1) + ":" + SheetRow.letter(right) + (bottom + 1);
    }
  }

  private final Map<Integer, List<Area>> byTop = new HashMap<>();
  private int count;

  public boolean isEmpty() {
    return count == 0;
  }

  /** Remembers an area; a single cell, or one beyond all measure, is none. */
  public void add(int top, int left, int bottom, int right) {
    boolean several = bottom > top || right > left;
    if (count < MOST && several && top >= 0 && left >= 0 && bottom >= top && right >= left) {
      int last = Math.min(right, left + WIDEST);
      byTop.computeIfAbsent(top, t -> new ArrayList<>()).add(new Area(top, left, bottom, last));
      count++;
    }
  }

  /** Remembers {@code B2:C5}. */
  public void add(String reference) {
    String[] ends = reference.replace("$", "").split(":", 2);
    if (ends.length == 2) {
      int[] from = place(ends[0]);
      int[] to = place(ends[1]);
      add(from[0], from[1], to[0], to[1]);
    }
  }

  private static int[] place(String cell) {
    int letters = 0;
    while (letters < cell.length() && letters < 4 && Character.isUpperCase(cell.charAt(letters))) {
      letters++;
    }
    int row = CellNumbers.whole(cell.substring(letters)) - 1;
    return new int[] {row, SheetRow.column(cell.substring(0, letters))};
  }

  /** A fresh pass over the rows. */
  public Pass pass() {
    return new Pass();
  }

  /** The state of one pass. */
  public final class Pass {
    private final List<Open> open = new ArrayList<>();

    private record Open(Area area, SheetCell value) {}

    /** The row with the values of the areas that cover it. */
    public SheetRow spread(SheetRow row) {
      if (row.blank()) {
        return row;
      }
      int index = row.number() - 1;
      open.removeIf(o -> o.area().bottom() < index);
      List<SheetCell> cells = new ArrayList<>(row.cells());
      for (Area area : byTop.getOrDefault(index, List.of())) {
        SheetCell value = row.cell(area.left());
        if (!value.blank() && open.size() < MOST_OPEN) {
          fill(cells, area, value, true);
          open.add(new Open(area, value));
        }
      }
      for (Open o : open) {
        if (o.area().top() < index) {
          fill(cells, o.area(), o.value(), false);
        }
      }
      return new SheetRow(row.number(), cells, row.hidden(), row.broken());
    }

    private static void fill(List<SheetCell> cells, Area area, SheetCell value, boolean firstRow) {
      while (cells.size() <= area.right()) {
        cells.add(SheetCell.Text.EMPTY);
      }
      for (int column = area.left(); column <= area.right(); column++) {
        boolean first = firstRow && column == area.left();
        cells.set(column, new SheetCell.Merged(value, area.name(), first));
      }
    }
  }
}
