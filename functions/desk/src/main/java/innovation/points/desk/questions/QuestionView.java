package innovation.points.desk.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.person.Person;
import innovation.points.store.bucket.AttachmentLink;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestion.About;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.uploads.Arrival;
import innovation.points.web.access.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question as its caller may see it: an enterprise deals with offices, not with persons; a
 * department sees the figures that are made of its own alone.
 *
 * @param department that it was given to; null as long as none was
 * @param after what the data says by now, or said when it was answered; null where it is the same
 * @param history each state it has been in, oldest first
 */
@JsonPropertyOrder({
  "id",
  "year",
  "uscc",
  "name",
  "grid",
  "generation",
  "about",
  "text",
  "origin",
  "reference",
  "attachments",
  "departments",
  "askedBy",
  "askedAt",
  "state",
  "department",
  "dueOn",
  "overdue",
  "before",
  "after",
  "answer",
  "reopened",
  "history"
})
record QuestionView(
    String id,
    int year,
    @Nullable String uscc,
    @Nullable String name,
    @Nullable String grid,
    @Nullable String generation,
    About about,
    String text,
    @Nullable String origin,
    @Nullable String reference,
    List<AttachmentLink> attachments,
    List<String> departments,
    @Nullable Person askedBy,
    Instant askedAt,
    QuestionState state,
    @Nullable String department,
    LocalDate dueOn,
    boolean overdue,
    PartStanding before,
    @Nullable PartStanding after,
    @Nullable Given answer,
    boolean reopened,
    List<Entry> history) {

  /**
   * The last answer.
   *
   * @param by null where an enterprise reads it
   * @param closesOn the day after which it is closed unless reopened
   */
  record Given(Outcome outcome, String text, Instant at, @Nullable Person by, LocalDate closesOn) {}

  /**
   * A state and how it came to be.
   *
   * @param at null of what ends with a day that nobody does anything on
   * @param by null of what nobody does, and where an enterprise reads what an office did
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      QuestionState state,
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Nullable Person by,
      @Nullable String department,
      @Nullable LocalDate dueOn,
      @Nullable Outcome outcome,
      @Nullable String text,
      @Nullable PartStanding now) {

    private static Entry closedBy(LocalDate day) {
      return new Entry(QuestionState.CLOSED, null, day, null, null, null, null, null, null);
    }
  }

  /**
   * A view of a question.
   *
   * @param now what stands in the draft; null where it is answered
   * @param corrected how the file came that has changed it; null where none has
   */
  static QuestionView of(
      AskedQuestion question,
      Principal caller,
      LocalDate today,
      @Nullable PartStanding now,
      @Nullable Arrival corrected,
      List<AttachmentLink> attachments) {
    boolean whole =
        caller.readsAll()
            || (question.uscc() != null && caller.owns(question.uscc()))
            || question.departments().equals(caller.department().stream().toList());
    var of = new Reader(whole, caller.isOffice());
    QuestionState state = question.state(today, now);
    QuestionStep given = question.answer().orElse(null);
    PartStanding after =
        state == QuestionState.CORRECTED ? now : given == null ? null : given.after();
    return new QuestionView(
        question.id(),
        question.year(),
        question.uscc(),
        question.name(),
        question.grid(),
        question.generation(),
        question.about(),
        question.text(),
        question.origin(),
        question.reference(),
        attachments,
        question.departments(),
        of.person(question, question.askedBy()),
        question.askedAt(),
        state,
        question.assignee().orElse(null),
        question.due(),
        question.overdue(today),
        of.standing(question.before()),
        after == null ? null : of.standing(after),
        given == null || question.waits() ? null : of.given(given),
        question.wasReopened(),
        of.history(question, state, now, corrected));
  }

  /**
   * What somebody may see.
   *
   * @param figures whether of figures too
   * @param persons whether of the persons of offices
   */
  private record Reader(boolean figures, boolean persons) {

    PartStanding standing(PartStanding standing) {
      return figures ? standing : standing.withheld();
    }

    /** Who asked; an enterprise knows its own people. */
    @Nullable Person person(AskedQuestion question, Person asked) {
      return persons || question.byEnterprise() ? asked : null;
    }

    Given given(QuestionStep answer) {
      return new Given(
          Objects.requireNonNull(answer.outcome()),
          Objects.requireNonNull(answer.text()),
          answer.at(),
          persons ? answer.by() : null,
          Objects.requireNonNull(answer.closesOn()));
    }

    List<Entry> history(
        AskedQuestion question,
        QuestionState state,
        @Nullable PartStanding now,
        @Nullable Arrival corrected) {
      var entries = new ArrayList<Entry>();
      entries.add(
          new Entry(
              QuestionState.OPEN,
              question.askedAt(),
              null,
              person(question, question.askedBy()),
              null,
              question.dueOn(),
              null,
              question.text(),
              standing(question.before())));
      for (QuestionStep step : question.steps()) {
        PartStanding after = step.after();
        if (after != null) {
          entries.add(corrected(step.corrected(), after));
        }
        entries.add(entry(question, step));
      }
      if (state == QuestionState.CORRECTED && now != null) {
        entries.add(corrected(corrected, now));
      }
      LocalDate last = question.steps().isEmpty() ? null : question.steps().getLast().closesOn();
      if (state == QuestionState.CLOSED && last != null) {
        entries.add(Entry.closedBy(last.plusDays(1)));
      }
      return entries;
    }

    /** What a file has changed: when it came, from whom, and from which department. */
    private Entry corrected(@Nullable Arrival file, PartStanding now) {
      return new Entry(
          QuestionState.CORRECTED,
          file == null ? null : file.at(),
          null,
          file == null || !persons ? null : file.by(),
          file == null ? null : file.department(),
          null,
          null,
          null,
          standing(now));
    }

    private Entry entry(AskedQuestion question, QuestionStep step) {
      QuestionState state =
          switch (step.act()) {
            case ASSIGN -> QuestionState.ASSIGNED;
            case ANSWER -> QuestionState.ANSWERED;
            case CLOSE -> QuestionState.CLOSED;
            case REOPEN -> QuestionState.REOPENED;
          };
      boolean askers = state == QuestionState.CLOSED || state == QuestionState.REOPENED;
      return new Entry(
          state,
          step.at(),
          null,
          askers ? person(question, step.by()) : persons ? step.by() : null,
          step.department(),
          step.dueOn(),
          step.outcome(),
          step.text(),
          null);
    }
  }
}
