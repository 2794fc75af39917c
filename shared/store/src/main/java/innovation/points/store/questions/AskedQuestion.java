package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.person.Person;
import innovation.points.store.bucket.Attachment;
import innovation.points.store.questions.QuestionStep.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about an enterprise's year, what stood there then, and what was done since.
 * Where it stands follows from that, from the day, and from the facts in force.
 *
 * @param id the number on the receipt; ids of a year sort by the instant they were asked
 * @param uscc of the enterprise; null where it is about a file or a dataset
 * @param name of the enterprise; null where the roster does not give one
 * @param grid 所属网格, when it was asked; null where the roster does not say
 * @param generation the publication it is about, whatever is published later; null: the draft
 * @param departments whose figures it is about; none where no figure is behind it
 * @param origin where it comes from, in the words of who wrote it down; null: from who asks
 * @param reference the number it has there; null where it has none
 * @param dueOn the day until which it is to be answered as long as nobody was given it
 * @param before what stood there when it was asked
 * @param steps what was done, oldest first
 */
public record AskedQuestion(
    String id,
    int year,
    @Nullable String generation,
    @Nullable String uscc,
    @Nullable String name,
    @Nullable String grid,
    About about,
    List<String> departments,
    String text,
    @Nullable String origin,
    @Nullable String reference,
    List<Attachment> attachments,
    Person askedBy,
    Instant askedAt,
    LocalDate dueOn,
    PartStanding before,
    List<QuestionStep> steps) {

  public AskedQuestion {
    departments = List.copyOf(departments);
    attachments = List.copyOf(attachments);
    steps = List.copyOf(steps);
  }

  /** What it was before a moment; empty where nobody had asked it yet. */
  public Optional<AskedQuestion> asOf(Instant moment) {
    return askedAt.isBefore(moment)
        ? Optional.of(with(steps.stream().filter(step -> step.at().isBefore(moment)).toList()))
        : Optional.empty();
  }

  /**
   * What it is about.
   *
   * @param id of the indicator, the rule, the field or the dataset; null where the kind needs none
   * @param title in Chinese: that of the indicator, the field, the dataset or the file; else of the
   *     kind
   */
  @JsonPropertyOrder({"kind", "id", "title"})
  public record About(QuestionKind kind, @Nullable String id, String title) {

    /** What is known by its kind alone. */
    public static About of(QuestionKind kind, @Nullable String id) {
      return new About(kind, id, kind.title());
    }

    /** In a sentence: 指标 1.1（研发费用金额）, 缺少的数据“研发费用”, 扣分. */
    public String words() {
      if (kind == QuestionKind.INDICATOR) {
        return "%s %s（%s）".formatted(kind.title(), id, title);
      }
      return title.equals(kind.title()) ? title : kind.title() + "“" + title + "”";
    }

    /** What the title is in one publication stays what it is in another. */
    public String place() {
      return id == null ? kind.id() : kind.id() + "=" + id;
    }
  }

  /** Where the files sent along are in the bucket. */
  public String folder() {
    return "questions/" + id;
  }

  /** What it is after another step. */
  public AskedQuestion after(QuestionStep step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return with(more);
  }

  private AskedQuestion with(List<QuestionStep> done) {
    return new AskedQuestion(
        id,
        year,
        generation,
        uscc,
        name,
        grid,
        about,
        departments,
        text,
        origin,
        reference,
        attachments,
        askedBy,
        askedAt,
        dueOn,
        before,
        done);
  }

  /**
   * Where it stands.
   *
   * @param today in official time
   * @param now what stands in the draft; null where that is not looked at
   */
  public QuestionState state(LocalDate today, @Nullable PartStanding now) {
    if (steps.isEmpty()) {
      return corrected(QuestionState.OPEN, now);
    }
    QuestionStep last = steps.getLast();
    return switch (last.act()) {
      case ASSIGN -> corrected(QuestionState.ASSIGNED, now);
      case ANSWER ->
          today.isAfter(Objects.requireNonNull(last.closesOn()))
              ? QuestionState.CLOSED
              : QuestionState.ANSWERED;
      case CLOSE -> QuestionState.CLOSED;
      case REOPEN -> corrected(QuestionState.REOPENED, now);
    };
  }

  private QuestionState corrected(QuestionState without, @Nullable PartStanding now) {
    return now != null && now.differsFrom(said()) ? QuestionState.CORRECTED : without;
  }

  /** What stood there when it was last answered, else when it was asked. */
  public PartStanding said() {
    return answer().map(QuestionStep::after).orElse(before);
  }

  /** Whether an answer is still to come. */
  public boolean waits() {
    return steps.isEmpty()
        || steps.getLast().act() == Act.ASSIGN
        || steps.getLast().act() == Act.REOPEN;
  }

  /** The department that was given it. */
  public Optional<String> assignee() {
    return last(step -> step.act() == Act.ASSIGN).map(QuestionStep::department);
  }

  /** Whether a department is to answer it: it was given it, else its figures are behind it. */
  public boolean isWith(String department) {
    return assignee().map(department::equals).orElse(departments.contains(department));
  }

  /** Whether the enterprise is to answer it: it concerns nobody else's data. */
  public boolean isWithEnterprise() {
    return about.kind().ofSystem()
        && about.kind() != QuestionKind.UNLISTED
        && uscc != null
        && departments.isEmpty()
        && assignee().isEmpty();
  }

  /** Its path in the API, without {@code /v1/}; with the enterprise, where it is about one. */
  public String path() {
    return (uscc == null ? "" : "enterprises/" + uscc + "/") + "questions/" + id;
  }

  /** The last answer. */
  public Optional<QuestionStep> answer() {
    return last(step -> step.act() == Act.ANSWER);
  }

  /** The day until which it is to be answered. */
  public LocalDate due() {
    return last(step -> step.dueOn() != null).map(QuestionStep::dueOn).orElse(dueOn);
  }

  /** Whether it should have been answered before a day. */
  public boolean overdue(LocalDate today) {
    return waits() && today.isAfter(due());
  }

  /** Whether who asked has found a fault with an answer before. */
  public boolean wasReopened() {
    return last(step -> step.act() == Act.REOPEN).isPresent();
  }

  /** Whether the enterprise itself has asked. */
  public boolean byEnterprise() {
    return askedBy.role().equals("enterprise");
  }

  private Optional<QuestionStep> last(Predicate<QuestionStep> wanted) {
    return steps.reversed().stream().filter(wanted).findFirst();
  }
}
