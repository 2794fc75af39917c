package innovation.points.scoring.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which field stands in which slot. The catalogue lays out the fields of a year and of each
 * line-item dataset once; facts of one layout are read by number, without looking names up.
 * Immutable.
 */
public final class Layout {
  private final List<Slot> slots;
  private final Map<String, Integer> byField = new HashMap<>();

  /** What a slot holds: amounts, flags and days as numbers, texts beside them. */
  public enum Kind {
    AMOUNT,
    /** 1 or 0. */
    FLAG,
    /** Days since 1970-01-01. */
    DAY,
    TEXT;

    static Kind of(Value value) {
      return switch (value) {
        case Value.Amount _ -> AMOUNT;
        case Value.Flag _ -> FLAG;
        case Value.Day _ -> DAY;
        case Value.Text _ -> TEXT;
      };
    }
  }

  /** A field and what its values are. */
  public record Slot(String field, Kind kind) {}

  public Layout(List<Slot> slots) {
    this.slots = List.copyOf(slots);
    for (int i = 0; i < slots.size(); i++) {
      if (byField.put(slots.get(i).field(), i) != null) {
        throw new IllegalArgumentException(
            "expected each field once, found %s twice".formatted(slots.get(i).field()));
      }
    }
  }

  public int size() {
    return slots.size();
  }

  /** The slot of a field; -1 where there is none. */
  public int slot(String field) {
    return byField.getOrDefault(field, -1);
  }

  public String field(int slot) {
    return slots.get(slot).field();
  }

  public Kind kind(int slot) {
    return slots.get(slot).kind();
  }
}
