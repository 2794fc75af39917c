package innovation.points.store.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a payment list is. */
public enum PaymentState {
  /** A dry run: nobody has asked for it. */
  DRAFT,
  /** Waits for another person. */
  ASKED,
  REFUSED,
  /** Has a number; its amounts are deducted from later lists. */
  APPROVED,
  /** Approved, and finance has paid it. */
  PAID;

  /** As the API spells it. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with an id. */
  @JsonCreator
  public static PaymentState of(String id) {
    return Arrays.stream(values())
        .filter(state -> state.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state of a payment list: " + id));
  }

  /** Whether later lists deduct it. */
  public boolean counts() {
    return this == APPROVED || this == PAID;
  }
}
