package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the evaluation of one enterprise and year came to. */
public enum ScoreStatus {
  /** It has a total; it is ranked where its coverage suffices. */
  SCORED("scored"),
  /** The negative list keeps it out (rules §4). */
  EXCLUDED("excluded"),
  /** A fact is missing without which there is no stage (rules §2). */
  INCOMPLETE("incomplete");

  private final String id;

  ScoreStatus(String id) {
    this.id = id;
  }

  /** As the API spells it. */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * Reads what {@link #id} writes.
   *
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator
  public static ScoreStatus of(String id) {
    for (ScoreStatus status : values()) {
      if (status.id.equals(id)) {
        return status;
      }
    }
    throw new IllegalArgumentException("expected scored, excluded or incomplete, found " + id);
  }
}
