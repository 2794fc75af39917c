package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise objects to in its published result (公示), what stood there then, and what was
 * answered.
 *
 * @param id begins with the instant it was filed, so that ids sort by it
 * @param generation the publication it is about; kept, whatever is published later
 * @param departments whose figures it is about; none where no figure is behind it
 * @param dueOn the day until which it is to be answered
 * @param before what stood in the publication
 * @param answer null as long as there is none
 * @param reopening null where it was not opened again
 * @param closure who has agreed with the answer; null as long as nobody has
 */
@JsonPropertyOrder({
  "id",
  "year",
  "generation",
  "uscc",
  "name",
  "about",
  "departments",
  "text",
  "filedAt",
  "dueOn",
  "before",
  "answer",
  "reopening",
  "closure"
})
public record Objection(
    String id,
    int year,
    String generation,
    String uscc,
    @Nullable String name,
    About about,
    List<String> departments,
    String text,
    Instant filedAt,
    LocalDate dueOn,
    Standing before,
    @Nullable Answer answer,
    @Nullable Reopening reopening,
    @Nullable Closure closure) {

  public Objection {
    departments = List.copyOf(departments);
  }

  /** Where it stands. */
  public enum Status {
    OPEN,
    ANSWERED,
    /** It was answered, and who asked has found a fault with the answer. */
    REOPENED,
    CLOSED;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part of the result.
   *
   * @param id of the indicator, the rule, the field or the dataset; null of the stage, the bonus
   *     and the rewards
   * @param title in Chinese
   */
  @JsonPropertyOrder({"kind", "id", "title"})
  public record About(Kind kind, @Nullable String id, String title) {

    /** What the title is in one publication stays what it is in another. */
    public String place() {
      return id == null ? kind.id() : kind.id() + "=" + id;
    }
  }

  /** The parts of a result. */
  public enum Kind {
    INDICATOR,
    DEDUCTION,
    EXCLUSION,
    DECAY,
    BONUS,
    STAGE,
    MISSING,
    REWARD;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #id} writes. */
    @JsonCreator
    public static Kind of(String id) {
      return Arrays.stream(values())
          .filter(kind -> kind.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("expected a kind, found " + id));
    }
  }

  /**
   * What stands in a result.
   *
   * @param text in Chinese; null where a department reads it that may not see other's figures
   * @param total points; null where there is no score
   */
  @JsonPropertyOrder({"text", "total"})
  public record Standing(@Nullable String text, @Nullable Double total) {}

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
   * An office's answer, in Chinese.
   *
   * @param by who answered; null where an enterprise reads it, which deals with the office
   * @param after what stands in the draft, which the corrected figures have changed; null where
   *     nothing was corrected
   * @param closesOn the day after which it is closed where nobody has opened it again
   */
  @JsonPropertyOrder({"outcome", "text", "at", "by", "after", "closesOn"})
  public record Answer(
      Outcome outcome,
      String text,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Person by,
      @Nullable Standing after,
      LocalDate closesOn) {

    /** Whether that person has said just that, whenever it was. */
    public boolean says(Outcome what, String why, Person who) {
      return outcome == what && text.equals(why) && who.equals(by);
    }

    Answer unsigned() {
      return new Answer(outcome, text, at, null, after, closesOn);
    }

    Answer without() {
      return new Answer(
          outcome, text, at, by, after == null ? null : new Standing(null, after.total), closesOn);
    }
  }

  /**
   * Once, who asked finds that the answer does not do.
   *
   * @param answer that was given before
   */
  @JsonPropertyOrder({"reason", "at", "answer"})
  public record Reopening(String reason, Instant at, Answer answer) {}

  /** Who asked agrees. */
  public record Closure(Instant at) {}

  /** The same without officers' names. */
  public Objection unsigned() {
    return answers(Answer::unsigned, before);
  }

  /** The same without the figures. */
  public Objection withoutFigures() {
    return answers(Answer::without, new Standing(null, before.total()));
  }

  private Objection answers(UnaryOperator<Answer> change, Standing shown) {
    Answer given = answer;
    Reopening again = reopening;
    return with(
        shown,
        given == null ? null : change.apply(given),
        again == null
            ? null
            : new Reopening(again.reason(), again.at(), change.apply(again.answer())),
        closure);
  }

  /** What it is once it was answered. */
  public Objection answered(Answer given) {
    return with(before, given, reopening, null);
  }

  /** What it is once who asked has agreed. */
  public Objection closed(Closure agreed) {
    return with(before, answer, reopening, agreed);
  }

  /** What it is once who asked has found a fault with the answer. */
  public Objection reopened(Reopening fault) {
    return with(before, null, fault, null);
  }

  private Objection with(
      Standing shown, @Nullable Answer given, @Nullable Reopening again, @Nullable Closure agreed) {
    return new Objection(
        id,
        year,
        generation,
        uscc,
        name,
        about,
        departments,
        text,
        filedAt,
        dueOn,
        shown,
        given,
        again,
        agreed);
  }

  /**
   * Where it stands on a day.
   *
   * @param today in official time
   */
  public Status status(LocalDate today) {
    if (answer == null) {
      return reopening == null ? Status.OPEN : Status.REOPENED;
    }
    return closure != null || today.isAfter(answer.closesOn()) ? Status.CLOSED : Status.ANSWERED;
  }
}
