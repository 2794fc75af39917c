package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
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
  private final List<Selection> selections = new ArrayList<>();
  private final List<Where> wheres = new ArrayList<>();

  /** A field that some selections want to have certain values. */
  private static final class Where {
    private final FieldSlot field;

    /** By text, or by number. */
    private final Map<Object, Long> allowed = new HashMap<>();

    /** The selections that do not look at the field. */
    private long any = -1;

    private Coded coded = new Coded(FieldSlot.EMPTY, FieldSlot.NONE, new long[0]);

    Where(FieldSlot field) {
      this.field = field;
    }

    long of(Slots item) {
      // A race is harmless, as in FieldSlot.
      Coded known = coded;
      if (known.layout() != item.layout()) {
        known = coded(item.layout());
        coded = known;
      }
      if (known.slot() < 0) {
        return any;
      }
      double number = item.number(known.slot());
      if (number >= 0 && number < known.bits().length) {
        return known.bits()[(int) number];
      }
      String text = item.text(known.slot());
      return of(text == null ? number : text);
    }

    private long of(Object value) {
      Long wanted = allowed.get(value);
      return wanted == null ? any : any | wanted;
    }

    private Coded coded(Layout layout) {
      int slot = field.in(layout);
      List<String> options = slot < 0 ? List.of() : layout.options(slot);
      return new Coded(layout, slot, options.stream().mapToLong(this::of).toArray());
    }
  }

  /** The selections by the code of a field, in the layout met last. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Coded(Layout layout, int slot, long[] bits) {}

  public ItemMatcher(Dataset dataset, int index) {
    this.dataset = dataset;
    this.index = index;
  }

  public Dataset dataset() {
    return dataset;
  }

  public int index() {
    return index;
  }

  public boolean full() {
    return selections.size() == MOST;
  }

  public Selection add(Items items) {
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

  /** The bits of the selections that the item counts in. */
  public long match(LineItem item, Subject subject) {
    long candidates = selections.size() == MOST ? -1 : (1L << selections.size()) - 1;
    for (int i = 0; i < wheres.size() && candidates != 0; i++) {
      candidates &= wheres.get(i).of(item.slots());
    }
    long counting = candidates;
    for (long left = candidates; left != 0; left &= left - 1) {
      if (!selections.get(Long.numberOfTrailingZeros(left)).inTime(item, subject)) {
        counting &= ~Long.lowestOneBit(left);
      }
    }
    return counting;
  }
}
