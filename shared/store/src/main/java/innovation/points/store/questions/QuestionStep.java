package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.person.Person;
import innovation.points.store.uploads.Arrival;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done with a question.
 *
 * @param department that it was given to; of an assignment only
 * @param dueOn the day until which it is to be answered; of an assignment or a reopening
 * @param outcome of an answer only
 * @param text of an answer, or why it was reopened or withdrawn
 * @param after what stands in the draft; of an answer to what the data has changed
 * @param corrected how the file came that has changed it; of an answer to what a file has changed
 * @param closesOn the day after which it is closed unless reopened; of an answer only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionStep(
    Act act,
    Instant at,
    Person by,
    @Nullable String department,
    @Nullable LocalDate dueOn,
    @Nullable Outcome outcome,
    @Nullable String text,
    @Nullable PartStanding after,
    @Nullable Arrival corrected,
    @Nullable LocalDate closesOn) {

  /** What can be done with a question. */
  public enum Act {
    ASSIGN("交办"),
    ANSWER("答复"),
    CLOSE("办结"),
    REOPEN("重新办理");

    private final String title;

    Act(String title) {
      this.title = title;
    }

    /** In Chinese. */
    public String title() {
      return title;
    }
  }

  /** What came of a question. */
  public enum Outcome {
    /** Who asked is right. */
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

  /** A department has it until a day. */
  public static QuestionStep assigned(Instant at, Person by, String department, LocalDate dueOn) {
    return new QuestionStep(Act.ASSIGN, at, by, department, dueOn, null, null, null, null, null);
  }

  /** It was answered. */
  public static QuestionStep answered(
      Instant at,
      Person by,
      Outcome outcome,
      String text,
      @Nullable PartStanding after,
      @Nullable Arrival corrected,
      LocalDate closesOn) {
    return new QuestionStep(
        Act.ANSWER, at, by, null, null, outcome, text, after, corrected, closesOn);
  }

  /** Who asked agrees. */
  public static QuestionStep closed(Instant at, Person by) {
    return new QuestionStep(Act.CLOSE, at, by, null, null, null, null, null, null, null);
  }

  /** The system takes back what it asked. */
  public static QuestionStep withdrawn(Instant at, String reason) {
    return new QuestionStep(
        Act.CLOSE, at, Person.SCHEDULE, null, null, null, reason, null, null, null);
  }

  /** Who asked does not agree. */
  public static QuestionStep reopened(Instant at, Person by, String reason, LocalDate dueOn) {
    return new QuestionStep(Act.REOPEN, at, by, null, dueOn, null, reason, null, null, null);
  }

  /** Whether that person has done just that, whenever it was. */
  public boolean repeats(QuestionStep other) {
    return act == other.act
        && by.isSameAs(other.by)
        && Objects.equals(department, other.department)
        && outcome == other.outcome
        && Objects.equals(text, other.text);
  }
}
