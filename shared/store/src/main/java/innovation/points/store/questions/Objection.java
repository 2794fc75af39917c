package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.person.Person;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise objects to in its published score (公示), and what the bureau answered.
 *
 * @param id begins with the instant it was filed, so that ids sort by it
 * @param generation the publication it is about; kept, whatever is published later
 * @param answer null until it is answered; then for good
 */
@JsonPropertyOrder({
  "id",
  "year",
  "generation",
  "uscc",
  "name",
  "indicator",
  "indicatorName",
  "text",
  "filedAt",
  "status",
  "answer"
})
public record Objection(
    String id,
    int year,
    String generation,
    String uscc,
    @Nullable String name,
    String indicator,
    String indicatorName,
    String text,
    Instant filedAt,
    @Nullable Answer answer) {

  /** Whether it was answered. */
  public enum Status {
    OPEN,
    ANSWERED;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of it. */
  public enum Outcome {
    /** The enterprise is right: facts are to be corrected and the year computed anew. */
    UPHELD,
    DISMISSED;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #id} writes. */
    @JsonCreator
    public static Outcome of(String id) {
      for (Outcome outcome : values()) {
        if (outcome.id().equals(id)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("expected upheld or dismissed, found " + id);
    }
  }

  /**
   * The bureau's answer, in Chinese.
   *
   * @param by who answered; null where an enterprise reads it, which deals with the office
   */
  @JsonPropertyOrder({"outcome", "text", "at", "by"})
  public record Answer(
      Outcome outcome,
      String text,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Person by) {

    /** Whether it is another one said again, whenever that was. */
    public boolean isSaidIn(@Nullable Answer other) {
      return other != null && equals(new Answer(other.outcome, other.text, at, other.by));
    }
  }

  /** The same without the officer's name. */
  public Objection unsigned() {
    Answer given = answer;
    return given == null
        ? this
        : new Objection(
            id,
            year,
            generation,
            uscc,
            name,
            indicator,
            indicatorName,
            text,
            filedAt,
            new Answer(given.outcome(), given.text(), given.at(), null));
  }

  /** Whether it was answered. */
  @JsonProperty
  public Status status() {
    return answer == null ? Status.OPEN : Status.ANSWERED;
  }
}
