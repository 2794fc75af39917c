package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which selections of one dataset an item belongs to, a bit each: the values of its fields
 * leave a few candidates, and only their dates are compared.
 */
public final class ItemMatcher {
  private static final int MOST = Long.SIZE;

  private final Dataset dataset;
  private final int index;
  private final int rows;
  private final List<Selection> selections = new ArrayList<>();
  private final List<Where> wheres = new ArrayList<>();

  private Bound bound = new Bound(FieldSlot.EMPTY, new int[0], new long[0][]);

  /** A field that some selections want to have certain values. */
  private static final class Where {
    private final FieldSlot field;

    /** By text, or by number. */
    private final Map<Object, Long> allowed = new HashMap<>();

    /** The selections that do not look at the field. */
    private long any = -1;

    Where(FieldSlot field) {
      this.field = field;
    }

    private long of(Object value) {
      Long wanted = allowed.get(value);
      return wanted == null ? any : any | wanted;
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

  /**
   * The fields in the layout met last.
   *
   * @param bits the selections by the codes of each field, or by its flag
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Bound(Layout layout, int[] slots, long[][] bits) {}

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
    return selection;
  }

  private void where(String field, List<Value> values, long bit) {
    FieldSlot slot = FieldSlot.like(field, values.getFirst());
    Where where =
        wheres.stream()
            .filter(one -> one.field.field().equals(field))
            .findFirst()
            .orElseGet(
                () -> {
                  Where made = new Where(slot);
                  wheres.add(made);
                  return made;
                });
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
    // A race is harmless, as in FieldSlot.
    Bound known = bound;
    if (known.layout() != item.layout()) {
      known = bind(item.layout());
      bound = known;
    }
    long candidates = selections.size() == MOST ? -1 : (1L << selections.size()) - 1;
    for (int i = 0; i < known.slots().length && candidates != 0; i++) {
      int slot = known.slots()[i];
      long[] bits = known.bits()[i];
      double number = slot < 0 ? Subject.MISSING : item.number(slot);
      candidates &=
          number >= 0 && number < bits.length ? bits[(int) number] : wheres.get(i).of(item, slot);
    }
    long counting = candidates;
    for (long left = candidates; left != 0; left &= left - 1) {
      Selection selection = selections.get(Long.numberOfTrailingZeros(left));
      if (!selection.inTime(item, year, subject.calendar())) {
        counting &= ~Long.lowestOneBit(left);
      }
    }
    return counting;
  }

  private Bound bind(Layout layout) {
    int[] slots = wheres.stream().mapToInt(where -> where.field.in(layout)).toArray();
    var bits = new long[slots.length][];
    for (int i = 0; i < slots.length; i++) {
      bits[i] = codes(wheres.get(i), layout, slots[i]);
    }
    return new Bound(layout, slots, bits);
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
