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

  /** What a slot holds: amounts, flags, days and codes as numbers, other texts beside them. */
  public enum Kind {
    AMOUNT,
    /** 1 or 0. */
    FLAG,
    /** Days since 1970-01-01. */
    DAY,
    /** The place in the field's list; a text that is not in it stands beside the numbers. */
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

  /**
   * A field and what its values are.
   *
   * @param options the list its texts are from; empty where there is none
   */
  public record Slot(String field, Kind kind, List<String> options) {
    public Slot {
      options = List.copyOf(options);
    }
  }

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

  /** The texts that stand as codes, by code; empty where the field has no list. */
  public List<String> options(int slot) {
    return slots.get(slot).options();
  }
}
