package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that rules read, and its slot in the layout met last: all facts of a zone have one
 * layout, so that a name is looked up once. Thread-safe.
 */
public final class FieldSlot {
  /** The layout has no such field. */
  public static final int NONE = -1;

  /** The layout has it, with values of another kind. */
  public static final int OTHER = -2;

  static final Layout EMPTY = new Layout(List.of());

  private final String field;
  private final Layout.Kind kind;
  private Bound bound = new Bound(EMPTY, NONE);

  private record Bound(Layout layout, int slot) {}

  public FieldSlot(String field, Layout.Kind kind) {
    this.field = field;
    this.kind = kind;
  }

  /** The field as one that holds a value like this. */
  public static FieldSlot like(String field, Value value) {
    return new FieldSlot(
        field,
        switch (value) {
          case Value.Amount _ -> Layout.Kind.AMOUNT;
          case Value.Flag _ -> Layout.Kind.FLAG;
          case Value.Day _ -> Layout.Kind.DAY;
          case Value.Text _ -> Layout.Kind.TEXT;
        });
  }

  public String field() {
    return field;
  }

  /** The slot, {@link #NONE} or {@link #OTHER}. */
  public int in(Layout layout) {
    // A race is harmless: the pair is immutable, and any thread would find the same.
    Bound last = bound;
    if (last.layout() != layout) {
      last = new Bound(layout, find(layout));
      bound = last;
    }
    return last.slot();
  }

  private int find(Layout layout) {
    int slot = layout.slot(field);
    return slot < 0 || layout.kind(slot) == kind ? slot : OTHER;
  }

  /** The number; NaN where it is missing or of another kind. */
  public double number(Slots slots) {
    int slot = in(slots.layout());
    return slot < 0 ? Double.NaN : slots.number(slot);
  }

  /** The text; null where it is missing or of another kind. */
  public @Nullable String text(Slots slots) {
    int slot = in(slots.layout());
    return slot < 0 ? null : slots.text(slot);
  }
}
