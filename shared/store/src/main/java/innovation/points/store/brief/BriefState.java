package innovation.points.store.brief;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a brief is. */
public enum BriefState {
  /** Made, and waits for a person. */
  ASKED,
  /** Public. */
  APPROVED,
  /** Is made anew by the next daily schedule. */
  REFUSED;

  /** As the API spells it. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #id} writes. */
  @JsonCreator
  static BriefState of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
