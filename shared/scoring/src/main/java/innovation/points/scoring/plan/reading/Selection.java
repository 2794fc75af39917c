package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selects the items of an enterprise that count: {@link Items}, prepared for repeated use. */
public final class Selection {
  private final Items items;
  private final ItemMatcher matcher;
  private final long bit;
  private final ItemDates dates;

  Selection(Items items, ItemMatcher matcher, long bit) {
    this.items = items;
    this.matcher = matcher;
    this.bit = bit;
    this.dates = dates(items.dataset());
  }

  static ItemDates dates(Rulebook.Dataset dataset) {
    if (dataset.items() == null) {
      throw new IllegalArgumentException(dataset.id() + " has one row an enterprise, no items");
    }
    return dataset.items();
  }

  public Rulebook.Dataset dataset() {
    return items.dataset();
  }

  /** The field whose value identifies an item to readers. */
  public String label() {
    return dates.label();
  }

  private ItemTable items(Subject subject) {
    return subject.items(matcher);
  }

  /** The items that count with where they are from, in canonical order. */
  public List<LineItem> of(Subject subject) {
    return items(subject).of(bit);
  }

  /** Whether any item counts. */
  public boolean any(Subject subject) {
    return items(subject).any(bit);
  }

  /** The number of items that count. */
  public int count(Subject subject) {
    return items(subject).count(bit);
  }

  /** The first item that counts from a place on, in any order; negative where there is none. */
  public int next(Subject subject, int from) {
    return items(subject).next(bit, from);
  }

  /** The values of an item by its place. */
  public Slots slots(Subject subject, int item) {
    return items(subject).slots(item);
  }

  /** Whether the absence of items means missing: the dataset was not delivered. */
  public boolean missing(Subject subject) {
    return dates.undeliveredIsMissing() && !subject.delivered(items.dataset(), subject.year());
  }

  /** The value of no items: 0, or missing. */
  public double none(Subject subject) {
    return missing(subject) ? Subject.MISSING : 0;
  }

  /** Records why no items are missing rather than none. */
  public void noteNone(Subject subject, FactTrace trace) {
    if (missing(subject)) {
      trace.missing(new Cause.Undelivered(items.dataset(), subject.year()));
    }
  }

  /** The state of an item as part of a reason: its name and the relevant day. */
  public String words(LineItem item) {
    List<String> words = new ArrayList<>();
    if (item.slots().value(label()) instanceof Value.Text(String name)) {
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
    return field != null && item.slots().value(field) instanceof Value.Day(LocalDate day)
        ? day.toString()
        : "";
  }

  /** Records the items as used, each by its label. */
  public void note(Iterable<LineItem> used, FactTrace trace) {
    for (LineItem item : used) {
      note(item, label(), trace);
    }
  }

  /** Records an item as used, by the given field or else by any field that it has. */
  public void note(LineItem item, String field, FactTrace trace) {
    Value value = item.slots().value(field);
    if (value != null) {
      trace.used(field, value, item.source());
      return;
    }
    for (Map.Entry<String, Value> first : item.values().entrySet()) {
      trace.used(first.getKey(), first.getValue(), item.source());
      return;
    }
  }
}
