package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.LineItem;
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

  static final ItemTable EMPTY = new ItemTable(List.of(), new long[0]);

  private final List<LineItem> items;
  private final long[] matches;
  private final long met;

  private ItemTable(List<LineItem> items, long[] matches) {
    this.items = items;
    this.matches = matches;
    long any = 0;
    for (long match : matches) {
      any |= match;
    }
    this.met = any;
  }

  static ItemTable of(ItemMatcher matcher, List<LineItem> items, Subject subject) {
    if (items.isEmpty()) {
      return EMPTY;
    }
    long[] matches = new long[items.size()];
    for (int i = 0; i < matches.length; i++) {
      matches[i] = matcher.match(items.get(i), subject);
    }
    return new ItemTable(items, matches);
  }

  /** Whether there is an item in a selection. */
  public boolean any(long selection) {
    return (met & selection) != 0;
  }

  /** The number of items in a selection. */
  public int count(long selection) {
    if (!any(selection)) {
      return 0;
    }
    int count = 0;
    for (long match : matches) {
      count += (match & selection) == 0 ? 0 : 1;
    }
    return count;
  }

  /** The items in a selection, in canonical order. */
  public List<LineItem> of(long selection) {
    List<LineItem> selected = inAnyOrder(selection);
    if (selected.size() > 1) {
      selected.sort(CANONICAL);
    }
    return selected;
  }

  /** The same, in the order of the input. */
  public List<LineItem> inAnyOrder(long selection) {
    if (!any(selection)) {
      return List.of();
    }
    List<LineItem> selected = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      if ((matches[i] & selection) != 0) {
        selected.add(items.get(i));
      }
    }
    return selected;
  }
}
