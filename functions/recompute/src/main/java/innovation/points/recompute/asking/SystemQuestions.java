package innovation.points.recompute.asking;

import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Act;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Questions that the system asks, takes back and asks again, each with its item of the audit trail.
 * Thread-safe.
 *
 * @param by in whose name
 */
record SystemQuestions(AskedQuestions questions, AuditTrail trail, Person by) {

  /** Asks; a question of the same number that is there stays as it is. */
  void ask(AskedQuestion question, String requestId) {
    questions.ask(question, item(TrailAction.QUESTION_ASKED, question, null, "open", requestId));
  }

  /** Takes back or asks again. What somebody did meanwhile stays; the next time looks again. */
  void step(AskedQuestion seen, QuestionStep step, String requestId) {
    boolean closes = step.act() == Act.CLOSE;
    questions.save(
        seen,
        seen.after(step),
        item(
            closes ? TrailAction.QUESTION_CLOSED : TrailAction.QUESTION_REOPENED,
            seen,
            step.text(),
            closes ? "withdrawn" : "reopened",
            requestId));
  }

  /** Whether the system took it back, and nobody has done anything since. */
  static boolean isTakenBack(AskedQuestion question) {
    return !question.steps().isEmpty()
        && question.steps().getLast().act() == Act.CLOSE
        && question.steps().getLast().by().isSameAs(Person.SCHEDULE);
  }

  private TransactWriteItem item(
      TrailAction action,
      AskedQuestion question,
      @Nullable String reason,
      String result,
      String requestId) {
    return trail.item(
        TrailEntry.of(by, action, question.path(), requestId).because(reason).resulting(result));
  }
}
