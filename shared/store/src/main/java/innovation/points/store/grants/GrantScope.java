package innovation.points.store.grants;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What of its results an enterprise grants a bank. */
public enum GrantScope {
  /** Its line in the bank's list: total, ranks and band of a published year. */
  CARD,
  /** The published score with every indicator, and the line. */
  PROFILE,
  /** The published results year by year, and the line. */
  HISTORY;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #id} writes.
   *
   * @throws IllegalArgumentException where it is none of them
   */
  @JsonCreator
  public static GrantScope of(String id) {
    return Arrays.stream(values())
        .filter(scope -> scope.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected card, profile or history, found " + id));
  }
}
