package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.reading.Subject.Calendar;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which selections of one dataset an item belongs to, a bit each: by the values of its
 * fields, by its state on the reference date, and by its days.
 */
@SuppressWarnings("EnumOrdinal") // Indices within this process.
public final class ItemMatcher {
  private static final int MOST = Long.SIZE;

  private final Dataset dataset;
  private final int index;
  private final int rows;
  private final List<Selection> selections = new ArrayList<>();
  private final List<Where> wheres = new ArrayList<>();
  private final List<Dated> dated = new ArrayList<>();
  private final ItemDates dates;

  /** The days by which the state of an item is told, and the flag; null where there is none. */
  private final @Nullable FieldSlot[] stateFields;

  /** By {@link Items.State}, the selections that want it. */
  private final long[] states = new long[Items.State.values().length];

  private Bound bound = new Bound(FieldSlot.EMPTY, new int[0], new long[0][], new int[0]);

  /** A field that some selections want to have certain values. */
  private static final class Where {
    private final FieldSlot field;

    /** By text, or by number. */
    private final Map<Object, Long> allowed = new HashMap<>();

    /** The same of the selections that do not want a value. */
    private final Map<Object, Long> denied = new HashMap<>();

    /** The selections that want no certain value of the field. */
    private long any = -1;

    Where(FieldSlot field) {
      this.field = field;
    }

    private long of(Object value) {
      Long wanted = allowed.get(value);
      Long unwanted = denied.get(value);
      return (wanted == null ? any : any | wanted) & ~(unwanted == null ? 0 : unwanted);
    }

    /** By what has no code, or is missing. */
    long of(Slots item, int slot) {
      if (slot < 0) {
        return any;
      }
      String text = item.text(slot);
      return of(text == null ? (Object) item.number(slot) : text);
    }
  }

  /** A day, and the selections that want it to lie in each {@link Items.Period}. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Dated(FieldSlot day, long[] periods) {}

  /**
   * The fields in the layout met last.
   *
   * @param bits the selections by the codes of each field, or by its flag
   * @param states the slots of {@link #stateFields}
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Bound(Layout layout, int[] slots, long[][] bits, int[] states) {}

  /**
   * A matcher.
   *
   * @param index among the matchers
   * @param rows the index of its dataset among those of the subjects
   */
  ItemMatcher(Dataset dataset, int index, int rows) {
    this.dataset = dataset;
    this.index = index;
    this.rows = rows;
    this.dates = Selection.dates(dataset);
    this.stateFields =
        new FieldSlot[] {
          slot(dates.from(), Layout.Kind.DAY),
          slot(dates.until(), Layout.Kind.DAY),
          slot(dates.revoked(), Layout.Kind.DAY),
          slot(dates.restored(), Layout.Kind.DAY),
          slot(dates.lapsed(), Layout.Kind.FLAG)
        };
  }

  private static @Nullable FieldSlot slot(@Nullable String field, Layout.Kind kind) {
    return field == null ? null : new FieldSlot(field, kind);
  }

  Dataset dataset() {
    return dataset;
  }

  int index() {
    return index;
  }

  int rows() {
    return rows;
  }

  boolean full() {
    return selections.size() == MOST;
  }

  Selection add(Items items) {
    long bit = 1L << selections.size();
    Selection selection = new Selection(items, this, bit);
    selections.add(selection);
    items.where().forEach((field, values) -> where(field, values, bit));
    items.unless().forEach((field, values) -> unless(field, values, bit));
    if (items.state() != null) {
      states[items.state().ordinal()] |= bit;
    }
    if (items.dated() != null) {
      dated(items.dated().field()).periods()[items.dated().period().ordinal()] |= bit;
    }
    return selection;
  }

  private Dated dated(String field) {
    for (Dated one : dated) {
      if (one.day().field().equals(field)) {
        return one;
      }
    }
    var made =
        new Dated(new FieldSlot(field, Layout.Kind.DAY), new long[Items.Period.values().length]);
    dated.add(made);
    return made;
  }

  private void unless(String field, List<Value> values, long bit) {
    Where where = looksAt(field, values);
    for (Value value : values) {
      where.denied.merge(key(value), bit, (one, other) -> one | other);
    }
  }

  private Where looksAt(String field, List<Value> values) {
    return wheres.stream()
        .filter(one -> one.field.field().equals(field))
        .findFirst()
        .orElseGet(
            () -> {
              Where made = new Where(FieldSlot.like(field, values.getFirst()));
              wheres.add(made);
              return made;
            });
  }

  private void where(String field, List<Value> values, long bit) {
    Where where = looksAt(field, values);
    where.any &= ~bit;
    for (Value value : values) {
      where.allowed.merge(key(value), bit, (one, other) -> one | other);
    }
  }

  private static Object key(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Amount(double amount) -> amount;
      case Value.Flag(boolean flag) -> flag ? 1.0 : 0.0;
      case Value.Day(java.time.LocalDate day) -> (double) day.toEpochDay();
    };
  }

  /**
   * The bits of the selections that an item counts in.
   *
   * @param year the year in the key of the file it came in
   */
  long match(Slots item, int year, Subject subject) {
    Calendar calendar = subject.calendar();
    if (dates.ofYearOnly() && year != calendar.year()) {
      return 0;
    }
    // A race is harmless, as in FieldSlot.
    Bound known = bound;
    if (known.layout() != item.layout()) {
      known = bind(item.layout());
      bound = known;
    }
    long left = selections.size() == MOST ? -1 : (1L << selections.size()) - 1;
    for (int i = 0; i < known.slots().length && left != 0; i++) {
      int slot = known.slots()[i];
      long[] bits = known.bits()[i];
      double number = number(slot, item);
      left &=
          number >= 0 && number < bits.length ? bits[(int) number] : wheres.get(i).of(item, slot);
    }
    if ((left & any(states)) != 0) {
      left = inState(left, item, known.states(), calendar.referenceDay());
    }
    for (int i = 0; i < dated.size() && left != 0; i++) {
      Dated one = dated.get(i);
      if ((left & any(one.periods())) != 0) {
        left = inPeriod(left, one.periods(), one.day().number(item), calendar);
      }
    }
    return left;
  }

  private static long any(long[] selections) {
    long any = 0;
    for (long some : selections) {
      any |= some;
    }
    return any;
  }

  private static double number(int slot, Slots item) {
    return slot < 0 ? Subject.MISSING : item.number(slot);
  }

  /** A day that is missing is neither before nor after any other. */
  private long inState(long selected, Slots item, int[] slots, double reference) {
    double from = number(slots[0], item);
    double until = number(slots[1], item);
    boolean revoked = number(slots[2], item) <= reference && !(number(slots[3], item) <= reference);
    boolean inForce = from <= reference && !(until < reference) && !revoked;
    boolean lapsed = until < reference && number(slots[4], item) == 1;
    long left = selected;
    left &= inForce ? -1 : ~states[Items.State.IN_FORCE.ordinal()];
    left &= lapsed ? -1 : ~states[Items.State.LAPSED.ordinal()];
    left &= revoked ? -1 : ~states[Items.State.REVOKED.ordinal()];
    return left;
  }

  private static long inPeriod(long selected, long[] periods, double day, Calendar calendar) {
    boolean toDate = day <= calendar.referenceDay();
    boolean inWindow = toDate && day >= calendar.window();
    boolean inYear = day >= calendar.first() && day <= calendar.last();
    long left = selected;
    left &= toDate ? -1 : ~periods[Items.Period.TO_DATE.ordinal()];
    left &= inWindow ? -1 : ~periods[Items.Period.WINDOW.ordinal()];
    left &= inYear ? -1 : ~periods[Items.Period.YEAR.ordinal()];
    return left;
  }

  private Bound bind(Layout layout) {
    int[] slots = wheres.stream().mapToInt(where -> where.field.in(layout)).toArray();
    var bits = new long[slots.length][];
    for (int i = 0; i < slots.length; i++) {
      bits[i] = codes(wheres.get(i), layout, slots[i]);
    }
    int[] stateSlots = new int[stateFields.length];
    for (int i = 0; i < stateSlots.length; i++) {
      FieldSlot field = stateFields[i];
      stateSlots[i] = field == null ? FieldSlot.NONE : field.in(layout);
    }
    return new Bound(layout, slots, bits, stateSlots);
  }

  private static long[] codes(Where where, Layout layout, int slot) {
    if (slot < 0) {
      return new long[0];
    }
    return layout.kind(slot) == Layout.Kind.FLAG
        ? new long[] {where.of(0.0), where.of(1.0)}
        : layout.options(slot).stream().mapToLong(where::of).toArray();
  }
}
