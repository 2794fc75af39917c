package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import java.util.List;

/**
 * Tells which of some texts a field has, by its code where the layout met last gives it one.
 * Thread-safe.
 */
public final class TextIndex {
  /** The field has none of the texts. */
  public static final int NONE = -1;

  private final FieldSlot field;
  private final List<String> texts;
  private Coded coded = new Coded(FieldSlot.EMPTY, FieldSlot.NONE, new int[0]);

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Coded(Layout layout, int slot, int[] byCode) {}

  public TextIndex(String field, List<String> texts) {
    this.field = new FieldSlot(field, Layout.Kind.TEXT);
    this.texts = List.copyOf(texts);
  }

  /** The place of the field's text in the list, or {@link #NONE}. */
  public int of(Slots slots) {
    // A race is harmless, as in FieldSlot.
    Coded known = coded;
    if (known.layout() != slots.layout()) {
      known = coded(slots.layout());
      coded = known;
    }
    if (known.slot() < 0) {
      return NONE;
    }
    double code = slots.number(known.slot());
    if (code >= 0) {
      return known.byCode()[(int) code];
    }
    String text = slots.text(known.slot());
    return text == null ? NONE : texts.indexOf(text);
  }

  private Coded coded(Layout layout) {
    int slot = field.in(layout);
    List<String> options = slot < 0 ? List.of() : layout.options(slot);
    return new Coded(layout, slot, options.stream().mapToInt(texts::indexOf).toArray());
  }
}
