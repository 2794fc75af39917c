package innovation.points.scoring.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by slot: numbers, where not-a-number is a missing one. A text that has no code stands
 * among the words, and its number is -1 minus its place there. Loops read {@link #number} and
 * {@link #text}; people's code reads {@link #value}, where a missing value is null. Immutable, but
 * where a loop over a zone writes the next enterprise's numbers over the last one's.
 */
public final class Slots {
  private final Layout layout;
  private final double[] numbers;
  private final Words words;

  /** Texts by their places, which are not negative. */
  @FunctionalInterface
  public interface Words {
    String at(int place);
  }

  private Slots(Layout layout, double[] numbers, Words words) {
    this.layout = layout;
    this.numbers = numbers;
    this.words = words;
  }

  /** Values by field, in a layout of their own; for few of them. */
  public static Slots of(Map<String, Value> values) {
    List<Layout.Slot> slots = new ArrayList<>(values.size());
    new TreeMap<>(values)
        .forEach(
            (field, value) -> slots.add(new Layout.Slot(field, Layout.Kind.of(value), List.of())));
    Builder builder = new Builder(new Layout(slots));
    values.forEach(builder::put);
    return builder.build();
  }

  /**
   * With numbers as they are read back.
   *
   * @param numbers by slot, as {@link #number} gives them; not copied
   */
  public static Slots of(Layout layout, double[] numbers, Words words) {
    return new Slots(layout, numbers, words);
  }

  public Layout layout() {
    return layout;
  }

  /**
   * An amount, 1 or 0 for a flag, days since 1970-01-01 for a day, the code of a text, negative for
   * a text without one; NaN where missing.
   */
  public double number(int slot) {
    return numbers[slot];
  }

  /** A text; null where missing or a number. */
  public @Nullable String text(int slot) {
    double number = numbers[slot];
    if (Double.isNaN(number) || layout.kind(slot) != Layout.Kind.TEXT) {
      return null;
    }
    int code = (int) number;
    return code < 0 ? words.at(-1 - code) : layout.options(slot).get(code);
  }

  public boolean has(int slot) {
    return !Double.isNaN(numbers[slot]);
  }

  /** The value in a slot; null where missing. */
  public @Nullable Value value(int slot) {
    String text = text(slot);
    if (text != null) {
      return Value.of(text);
    }
    double number = numbers[slot];
    if (Double.isNaN(number)) {
      return null;
    }
    return switch (layout.kind(slot)) {
      case AMOUNT -> Value.of(number);
      case FLAG -> Value.of(number != 0);
      case DAY -> Value.of(LocalDate.ofEpochDay((long) number));
      case TEXT -> throw new IllegalStateException("a text in " + layout.field(slot) + " is none");
    };
  }

  /** The value of a field; null where missing. */
  public @Nullable Value value(String field) {
    int slot = layout.slot(field);
    return slot < 0 ? null : value(slot);
  }

  /** All values that are there, by field. */
  public Map<String, Value> values() {
    Map<String, Value> values = new TreeMap<>();
    for (int slot = 0; slot < numbers.length; slot++) {
      Value value = value(slot);
      if (value != null) {
        values.put(layout.field(slot), value);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /** Fills slots. Not thread-safe, and used once. */
  public static final class Builder {
    private final Layout layout;
    private final double[] numbers;
    private final List<String> words = new ArrayList<>(0);

    public Builder(Layout layout) {
      this.layout = layout;
      this.numbers = new double[layout.size()];
      Arrays.fill(numbers, Double.NaN);
    }

    Builder(Slots from) {
      this.layout = from.layout;
      this.numbers = from.numbers.clone();
      for (int slot = 0; slot < numbers.length; slot++) {
        String text = from.text(slot);
        if (text != null) {
          put(slot, text);
        }
      }
    }

    /**
     * Puts a value into the slot of a field.
     *
     * @throws IllegalArgumentException where the layout has no such field, or one of another kind
     */
    public void put(String field, Value value) {
      int slot = layout.slot(field);
      if (slot < 0 || layout.kind(slot) != Layout.Kind.of(value)) {
        throw new IllegalArgumentException(
            "expected a field of the layout and its kind, found %s: %s".formatted(field, value));
      }
      put(slot, value);
    }

    void put(int slot, Value value) {
      switch (value) {
        case Value.Amount(double amount) -> numbers[slot] = amount;
        case Value.Flag(boolean flag) -> numbers[slot] = flag ? 1 : 0;
        case Value.Day(LocalDate day) -> numbers[slot] = day.toEpochDay();
        case Value.Text(String text) -> put(slot, text);
      }
    }

    private void put(int slot, String text) {
      int code = layout.options(slot).indexOf(text);
      numbers[slot] = code < 0 ? -1 - words.size() : code;
      if (code < 0) {
        words.add(text);
      }
    }

    void clear(int slot) {
      numbers[slot] = Double.NaN;
    }

    public Slots build() {
      return new Slots(layout, numbers, words::get);
    }
  }

  /** By what they hold, whatever the layout. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Slots slots && values().equals(slots.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
