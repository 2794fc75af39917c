package innovation.points.store.facts;

import innovation.points.scoring.facts.Value;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One accepted row.
 *
 * @param row as the spreadsheet counts
 * @param values by field name, without the code of the enterprise; a blank cell has no entry
 * @param checks by field name, what a person found of values that an enterprise reported
 */
public record FactRow(int row, Map<String, Value> values, Map<String, Check> checks) {
  public FactRow {
    values = Map.copyOf(values);
    checks = Map.copyOf(checks);
  }

  /** A row that nobody has verified. */
  public FactRow(int row, Map<String, Value> values) {
    this(row, values, Map.of());
  }

  /**
   * What a person found of a value (核验).
   *
   * @param confirmed otherwise it does not count
   * @param reason in the person's words; may be empty where it is confirmed
   * @param department of the person; null: the bureau
   */
  public record Check(boolean confirmed, String reason, @Nullable String department, Instant at) {}

  /** Whether a value was refused. */
  boolean refused(String field) {
    Check check = checks.get(field);
    return check != null && !check.confirmed();
  }

  /** Whether a value was confirmed. */
  boolean confirmed(String field) {
    Check check = checks.get(field);
    return check != null && check.confirmed();
  }

  /** Whether it was confirmed as a whole, as a line is. */
  boolean confirmed() {
    return !checks.isEmpty() && !refused();
  }

  /** Whether anything of it was refused: a line is verified as a whole. */
  boolean refused() {
    return checks.values().stream().anyMatch(check -> !check.confirmed());
  }
}
