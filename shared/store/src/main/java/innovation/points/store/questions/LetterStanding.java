package innovation.points.store.questions;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.table.StoredJson;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what a letter says still holds. */
public enum LetterStanding {
  /** Total and stage are what it says, and it has not run out. The rank is that of its day. */
  VALID("valid"),
  /** Total or stage are published otherwise now, or no more. */
  CHANGED("changed"),
  /** Its last day is over. */
  EXPIRED("expired"),
  /** The bureau has revoked it. */
  REVOKED("revoked");

  private final String id;

  LetterStanding(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /**
   * The standing of a letter, whatever was published since.
   *
   * @param published the enterprise's public card of the letter's year, as JSON; empty where it has
   *     none now
   */
  public static LetterStanding of(
      Letter letter,
      @Nullable LetterRevocation revocation,
      Optional<String> published,
      LocalDate today) {
    if (revocation != null) {
      return REVOKED;
    }
    if (today.isAfter(LocalDate.parse(letter.validUntil()))) {
      return EXPIRED;
    }
    return published.map(StoredJson::tree).filter(card -> says(letter, card)).isPresent()
        ? VALID
        : CHANGED;
  }

  private static boolean says(Letter letter, JsonNode card) {
    return card.path("total").asDouble(Double.NaN) == letter.total()
        && card.path("stage").asText().equals(letter.stage());
  }
}
