package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one enterprise and dataset by column, in a canonical order that does not depend on
 * the order of the input. Each column is extracted once, however many rules use it.
 */
final class ItemTable {
  /** Total over the items, so that the order of the input does not matter. */
  private static final Comparator<LineItem> CANONICAL =
      Comparator.comparing(
          LineItem::source,
          Comparator.comparing(Source::key)
              .thenComparing(Source::version)
              .thenComparingInt(Source::row));

  static final ItemTable EMPTY = new ItemTable(List.of());

  private static final int MOST_COLUMNS = 12;

  private final LineItem[] items;
  private final String[] names = new String[MOST_COLUMNS];
  private final @Nullable Value[][] columns = new Value[MOST_COLUMNS][];
  private int known;

  ItemTable(List<LineItem> items) {
    this.items = items.toArray(LineItem[]::new);
    if (this.items.length > 1) {
      Arrays.sort(this.items, CANONICAL);
    }
  }

  int size() {
    return items.length;
  }

  LineItem item(int row) {
    return items[row];
  }

  /** The values of a field, row by row; null where blank. */
  @Nullable Value[] column(String field) {
    for (int i = 0; i < known; i++) {
      if (names[i].equals(field)) {
        return columns[i];
      }
    }
    @Nullable Value[] column = new Value[items.length];
    for (int row = 0; row < items.length; row++) {
      column[row] = items[row].values().get(field);
    }
    // An empty table may be shared, so it caches nothing.
    if (items.length > 0 && known < MOST_COLUMNS) {
      names[known] = field;
      columns[known] = column;
      known++;
    }
    return column;
  }
}
