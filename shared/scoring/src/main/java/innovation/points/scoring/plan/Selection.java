package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Selects the items of an enterprise that count: {@link Items}, prepared for repeated use. */
public final class Selection {
  private final Items items;
  private final ItemDates dates;
  private final String[] fields;
  private final Value[][] allowed;

  public Selection(Items items) {
    this.items = items;
    this.dates = dates(items.dataset());
    this.fields = items.where().keySet().toArray(String[]::new);
    this.allowed =
        items.where().values().stream().map(v -> v.toArray(Value[]::new)).toArray(Value[][]::new);
  }

  private static ItemDates dates(Rulebook.Dataset dataset) {
    if (dataset.items() == null) {
      throw new IllegalArgumentException(dataset.id() + " has one row an enterprise, no items");
    }
    return dataset.items();
  }

  Rulebook.Dataset dataset() {
    return items.dataset();
  }

  /** The field whose value identifies an item to readers. */
  public String label() {
    return dates.label();
  }

  /** The items that count, in canonical order. */
  public List<LineItem> of(Subject subject) {
    ItemTable table = subject.items(items.dataset());
    List<LineItem> selected = List.of();
    for (int row = 0; row < table.size(); row++) {
      if (counts(table, row, subject)) {
        if (selected.isEmpty()) {
          selected = new ArrayList<>();
        }
        selected.add(table.item(row));
      }
    }
    return selected;
  }

  /** The number of items that count. */
  int count(Subject subject) {
    ItemTable table = subject.items(items.dataset());
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      if (counts(table, row, subject)) {
        count++;
      }
    }
    return count;
  }

  /** Whether the absence of items means missing: the dataset was not delivered. */
  boolean missing(Subject subject) {
    return dates.undeliveredIsMissing() && !subject.delivered(items.dataset(), subject.year());
  }

  private boolean counts(ItemTable table, int row, Subject subject) {
    if (dates.ofYearOnly() && table.item(row).year() != subject.year()) {
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      if (!contains(allowed[i], table.column(fields[i])[row])) {
        return false;
      }
    }
    return inPeriod(table, row, subject) && inState(table, row, subject.reference());
  }

  private static boolean contains(Value[] allowed, @Nullable Value value) {
    for (Value one : allowed) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean inPeriod(ItemTable table, int row, Subject subject) {
    Items.Dated dated = items.dated();
    if (dated == null) {
      return true;
    }
    LocalDate day = day(table, row, dated.field());
    if (day == null) {
      return false;
    }
    return switch (dated.period()) {
      case YEAR -> day.getYear() == subject.year();
      case WINDOW ->
          day.getYear() > subject.year() - subject.windowYears()
              && !day.isAfter(subject.reference());
      case TO_DATE -> !day.isAfter(subject.reference());
    };
  }

  private boolean inState(ItemTable table, int row, LocalDate reference) {
    Items.State state = items.state();
    if (state == null) {
      return true;
    }
    return switch (state) {
      case IN_FORCE -> inForce(table, row, reference);
      case LAPSED -> lapsed(table, row, reference);
      case REVOKED -> revoked(table, row, reference);
    };
  }

  private boolean inForce(ItemTable table, int row, LocalDate reference) {
    LocalDate until = day(table, row, dates.until());
    return onOrBefore(day(table, row, dates.from()), reference)
        && (until == null || !until.isBefore(reference))
        && !revoked(table, row, reference);
  }

  private boolean lapsed(ItemTable table, int row, LocalDate reference) {
    LocalDate until = day(table, row, dates.until());
    return until != null
        && until.isBefore(reference)
        && dates.lapsed() != null
        && table.column(dates.lapsed())[row] instanceof Value.Flag(boolean lapsed)
        && lapsed;
  }

  private boolean revoked(ItemTable table, int row, LocalDate reference) {
    return onOrBefore(day(table, row, dates.revoked()), reference)
        && !onOrBefore(day(table, row, dates.restored()), reference);
  }

  private static boolean onOrBefore(@Nullable LocalDate day, LocalDate reference) {
    return day != null && !day.isAfter(reference);
  }

  private static @Nullable LocalDate day(ItemTable table, int row, @Nullable String field) {
    return field != null && table.column(field)[row] instanceof Value.Day(LocalDate day)
        ? day
        : null;
  }

  /** The state of an item as part of a reason: its name and the relevant day. */
  String words(LineItem item) {
    List<String> words = new ArrayList<>();
    if (item.values().get(label()) instanceof Value.Text(String name)) {
      words.add(name);
    }
    if (items.state() == Items.State.LAPSED) {
      words.add(words(item, dates.until()) + " 到期");
    }
    if (items.state() == Items.State.REVOKED) {
      words.add(words(item, dates.revoked()) + " 摘牌");
    }
    return String.join("，", words);
  }

  private static String words(LineItem item, @Nullable String field) {
    return field != null && item.values().get(field) instanceof Value.Day(LocalDate day)
        ? day.toString()
        : "";
  }

  /** The text of an item's field; null where it has none. */
  static @Nullable String text(LineItem item, String field) {
    return item.values().get(field) instanceof Value.Text(String text) ? text : null;
  }

  /** Records the items as used, each by its label. */
  void note(Iterable<LineItem> used, FactTrace trace) {
    for (LineItem item : used) {
      note(item, label(), trace);
    }
  }

  /** Records an item as used, by the given field or else by any field that it has. */
  public void note(LineItem item, String field, FactTrace trace) {
    Value value = item.values().get(field);
    if (value != null) {
      trace.used(field, value, item.source());
    } else if (!item.values().isEmpty()) {
      Map.Entry<String, Value> first = new TreeMap<>(item.values()).firstEntry();
      trace.used(first.getKey(), first.getValue(), item.source());
    }
  }
}
