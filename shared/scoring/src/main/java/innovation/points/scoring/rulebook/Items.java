package innovation.points.scoring.rulebook;

import innovation.points.scoring.facts.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a line-item dataset count.
 *
 * @param dataset that holds the items
 * @param where the values that each of these fields may have
 * @param unless the values that each of these fields must not have; a blank one is none of them
 * @param dated the period an item's date must lie in; null: any
 * @param state the state of an item on the reference date; null: any
 */
public record Items(
    Rulebook.Dataset dataset,
    Map<String, List<Value>> where,
    Map<String, List<Value>> unless,
    @Nullable Dated dated,
    @Nullable State state) {

  /** The period that a date must lie in. */
  public enum Period {
    /** The evaluation year (当年). */
    YEAR("year"),
    /** The years of the window that ends in the evaluation year (近两年), by the reference date. */
    WINDOW("window"),
    /** Any time by the reference date. */
    TO_DATE("to-date");

    private final String id;

    Period(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** The state of an item on the reference date. */
  public enum State {
    IN_FORCE("in-force"),
    /** Marked as not renewed, and expired before the reference date. */
    LAPSED("lapsed"),
    /** Revoked and not restored. */
    REVOKED("revoked");

    private final String id;

    State(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /**
   * A date field and the period that its date must lie in.
   *
   * @param field holds a date
   */
  public record Dated(String field, Period period) {}

  public Items {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    unless = Collections.unmodifiableMap(new LinkedHashMap<>(unless));
  }
}
