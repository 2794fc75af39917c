package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The items of one enterprise and dataset, each with the selections that it counts in. */
public final class ItemTable {
  /** Total over the items, so that the order of the input does not matter. */
  public static final Comparator<LineItem> CANONICAL =
      Comparator.comparing(
          LineItem::source,
          Comparator.comparing(Source::key)
              .thenComparing(Source::version)
              .thenComparingInt(Source::row));

  private static final int NONE = -1;

  private final ItemRows rows;
  private long[] matches = new long[0];
  private long met;
  private boolean matched;

  ItemTable(ItemRows rows) {
    this.rows = rows;
  }

  void clear() {
    matched = false;
  }

  /** Matches the items unless that has been done. */
  ItemTable matched(ItemMatcher matcher, Subject subject) {
    if (!matched) {
      match(matcher, subject);
      matched = true;
    }
    return this;
  }

  private void match(ItemMatcher matcher, Subject subject) {
    int size = rows.size();
    if (matches.length < size) {
      matches = new long[2 * size];
    }
    met = 0;
    for (int i = 0; i < size; i++) {
      matches[i] = matcher.match(rows.slots(i), rows.year(i), subject);
      met |= matches[i];
    }
  }

  /** Whether there is an item in a selection. */
  boolean any(long selection) {
    return (met & selection) != 0;
  }

  /** The number of items in a selection. */
  int count(long selection) {
    int count = 0;
    for (int i = next(selection, 0); i >= 0; i = next(selection, i + 1)) {
      count++;
    }
    return count;
  }

  /** The first item in a selection from a place on; negative where there is none. */
  int next(long selection, int from) {
    if (any(selection)) {
      for (int i = from; i < rows.size(); i++) {
        if ((matches[i] & selection) != 0) {
          return i;
        }
      }
    }
    return NONE;
  }

  /** The values of an item. */
  public Slots slots(int item) {
    return rows.slots(item);
  }

  /** The items in a selection with where they are from, in canonical order. */
  List<LineItem> of(long selection) {
    List<LineItem> selected = new ArrayList<>();
    for (int i = next(selection, 0); i >= 0; i = next(selection, i + 1)) {
      selected.add(rows.item(i));
    }
    if (selected.size() > 1) {
      selected.sort(CANONICAL);
    }
    return selected;
  }
}
