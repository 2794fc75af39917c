package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a generation.
 *
 * @param reason as the person gave it; null where none was needed
 * @param noticeUntil the last day of the notice period that was decided with it; null: none
 */
@JsonPropertyOrder({"kind", "by", "at", "reason", "noticeUntil"})
public record RunDecision(
    Kind kind, Person by, Instant at, @Nullable String reason, @Nullable LocalDate noticeUntil) {

  /** What was decided. */
  public enum Kind {
    /** It was published. */
    PUBLISHED,
    /** It must not be published. */
    REFUSED,
    /** To go back to it: takes effect when another person says the same. */
    ASKED,
    /** To go back to it, as another person had asked. */
    RESTORED,
    /** Another end of its notice period. */
    NOTICE;

    /** As the API spells it. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
