package innovation.points.scoring.facts;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contract, record, certificate or earlier stage of an enterprise.
 *
 * @param year the year in the key of the file it came in
 * @param slots the fields of the dataset; a blank cell is missing
 */
public record LineItem(int year, Slots slots, Source source) {

  /** With the values by field name. */
  public LineItem(int year, Map<String, Value> values, Source source) {
    this(year, Slots.of(values), source);
  }

  /** The text of a field; null where it has none. */
  public @Nullable String text(String field) {
    return slots.value(field) instanceof Value.Text(String text) ? text : null;
  }

  /** The day of a field; null where it has none. */
  public @Nullable LocalDate day(String field) {
    return slots.value(field) instanceof Value.Day(LocalDate day) ? day : null;
  }

  /** The values by field name; made anew at each call. */
  public Map<String, Value> values() {
    return slots.values();
  }
}
