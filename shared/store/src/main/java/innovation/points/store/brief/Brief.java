package innovation.points.store.brief;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The brief of a quarter: deliveries, questions, how ranks have moved, certificates that end.
 * Immutable: a decision gives the next revision. It says no figure of an enterprise.
 *
 * @param quarter {@code 2026-Q3}
 * @param from its first day
 * @param to its last day
 * @param figures with those of the quarter and of the year before
 * @param offices what departments have delivered in it
 * @param asked the questions by kind, in the order of kinds; of kinds that had any
 * @param answering the questions by the department they are with; of departments that had any
 * @param moves how ranks have moved; null where nothing was published in it
 * @param endings how many enterprises have certificates of a kind that end within 180 days of it
 * @param steps what was done, oldest first; the first one made it
 * @param revision how often it was changed
 */
@JsonPropertyOrder({
  "quarter",
  "from",
  "to",
  "figures",
  "offices",
  "asked",
  "answering",
  "moves",
  "endings",
  "steps",
  "revision"
})
public record Brief(
    String quarter,
    LocalDate from,
    LocalDate to,
    List<Figure> figures,
    List<Office> offices,
    List<Handled> asked,
    List<Handled> answering,
    @Nullable Moves moves,
    List<Ending> endings,
    List<Step> steps,
    long revision) {

  public Brief {
    figures = List.copyOf(figures);
    offices = List.copyOf(offices);
    asked = List.copyOf(asked);
    answering = List.copyOf(answering);
    endings = List.copyOf(endings);
    steps = List.copyOf(steps);
  }

  /**
   * A figure.
   *
   * @param before of the quarter before, with which 环比 compares
   * @param yearBefore of the same quarter of the year before, with which 同比 compares
   */
  @JsonPropertyOrder({"title", "value", "before", "yearBefore"})
  public record Figure(String title, long value, long before, long yearBefore) {}

  /**
   * What a department has delivered.
   *
   * @param files all that were checked
   * @param taken in force, or replaced since
   * @param refused not taken
   * @param held that wait for a word of the department
   * @param rowsRefused of all its files
   */
  @JsonPropertyOrder({"name", "files", "taken", "refused", "held", "rowsRefused"})
  public record Office(
      String name, int files, int taken, int refused, int held, long rowsRefused) {}

  /**
   * What was done with questions.
   *
   * @param asked in the quarter
   * @param answered in the quarter, each answer of a question
   * @param closed in the quarter
   * @param waiting for an answer when it ended, overdue ones too
   * @param overdue when it ended
   */
  @JsonPropertyOrder({"name", "asked", "answered", "closed", "waiting", "overdue"})
  public record Handled(
      String name, int asked, int answered, int closed, int waiting, int overdue) {}

  /**
   * How ranks within stages differ from those of the year before.
   *
   * @param year that was published
   * @param ranked how many enterprises
   * @param risen of those that were ranked in the same stage the year before
   * @param entered that were not ranked the year before
   * @param first those that have risen most, the most first
   */
  @JsonPropertyOrder({"year", "ranked", "risen", "fallen", "entered", "left", "first"})
  public record Moves(
      int year, int ranked, int risen, int fallen, int entered, int left, List<Mover> first) {
    public Moves {
      first = List.copyOf(first);
    }
  }

  /**
   * An enterprise that has risen.
   *
   * @param stage as it is called
   * @param overall its rank among all, by which is settled whether it is public; null where there
   *     are no such ranks
   */
  @JsonPropertyOrder({"uscc", "name", "stage", "before", "rank", "overall"})
  public record Mover(
      String uscc,
      @Nullable String name,
      String stage,
      int before,
      int rank,
      @Nullable Integer overall) {}

  /** How many enterprises have certificates of a kind that end. */
  @JsonPropertyOrder({"kind", "enterprises"})
  public record Ending(String kind, int enterprises) {}

  /**
   * What was done.
   *
   * @param state that it was in then
   * @param reason null where none was needed
   */
  @JsonPropertyOrder({"state", "by", "at", "reason"})
  public record Step(BriefState state, Person by, Instant at, @Nullable String reason) {}

  public BriefState state() {
    return steps.getLast().state();
  }

  /** The last step to a state. */
  public Optional<Step> last(BriefState to) {
    return steps.reversed().stream().filter(step -> step.state() == to).findFirst();
  }

  /** After another step. */
  public Brief then(Step next) {
    var more = new ArrayList<>(steps);
    more.add(next);
    return with(more, revision + 1);
  }

  /** The same quarter made anew, after what was done with an earlier one. */
  public Brief after(Brief earlier) {
    var more = new ArrayList<>(earlier.steps);
    more.addAll(steps);
    return with(more, earlier.revision + 1);
  }

  private Brief with(List<Step> done, long next) {
    return new Brief(
        quarter, from, to, figures, offices, asked, answering, moves, endings, done, next);
  }
}
