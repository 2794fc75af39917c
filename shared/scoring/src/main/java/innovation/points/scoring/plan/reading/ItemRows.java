package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import java.util.Arrays;
import java.util.List;

/**
 * The items of one enterprise and dataset: those of an input, or rows whose numbers are written
 * over by the next enterprise's. Not thread-safe.
 */
public final class ItemRows {
  private static final int FEW = 4;
  private static final double[][] NONE = {};

  private final List<LineItem> items;
  private Slots[] slots;
  private double[][] numbers = NONE;
  private int[] years;
  private int size;

  private ItemRows(List<LineItem> items) {
    this.items = items;
    this.size = items.size();
    this.slots = new Slots[size];
    this.years = new int[size];
    for (int i = 0; i < size; i++) {
      slots[i] = items.get(i).slots();
      years[i] = items.get(i).year();
    }
  }

  static ItemRows of(List<LineItem> items) {
    return new ItemRows(items);
  }

  void clear() {
    size = 0;
  }

  /**
   * Adds a row in canonical order.
   *
   * @param year the year in the key of the file it came in
   * @return its numbers, to be filled
   */
  public double[] add(int year, Layout layout, Slots.Words words) {
    int row = size++;
    grow();
    Slots known = slots[row];
    if (known == null || known.layout() != layout) {
      numbers[row] = new double[layout.size()];
      slots[row] = Slots.of(layout, numbers[row], words);
    }
    years[row] = year;
    return numbers[row];
  }

  private void grow() {
    if (size > slots.length) {
      int more = Math.max(FEW, 2 * slots.length);
      slots = Arrays.copyOf(slots, more);
      numbers = Arrays.copyOf(numbers, more);
      years = Arrays.copyOf(years, more);
    }
  }

  public int size() {
    return size;
  }

  public Slots slots(int row) {
    return slots[row];
  }

  int year(int row) {
    return years[row];
  }

  /** Whether a row stands before another in canonical order. */
  public boolean before(int row, int other) {
    return items.isEmpty()
        ? row < other
        : ItemTable.CANONICAL.compare(items.get(row), items.get(other)) < 0;
  }

  /** The item with where it is from; of an input only. */
  LineItem item(int row) {
    return items.get(row);
  }
}
