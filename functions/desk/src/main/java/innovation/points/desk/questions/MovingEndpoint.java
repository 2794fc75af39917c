package innovation.points.desk.questions;

import innovation.points.store.audit.TrailAction;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.settings.Settings;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a question: {@code POST /v1/questions/{id}/assignment}, {@code /answer}, {@code
 * /closure} and {@code /reopening}. Who may do it and when, {@link Moves} says. It is closed by
 * data: a question is upheld once the facts that it is about have changed in the draft.
 */
public final class MovingEndpoint implements Calls {

  private static final int MOST_DAYS = 60;

  private final AskedQuestions questions;
  private final AskedParts parts;
  private final Settings settings;
  private final QuestionDesk desk;

  public MovingEndpoint(
      AskedQuestions questions, AskedParts parts, Settings settings, QuestionDesk desk) {
    this.questions = questions;
    this.parts = parts;
    this.settings = settings;
    this.desk = desk;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/questions/{id}/assignment", this::assign)
        .post("/v1/questions/{id}/answer", this::answer)
        .post("/v1/questions/{id}/closure", this::close)
        .post("/v1/questions/{id}/reopening", this::reopen);
  }

  /**
   * The body of an assignment.
   *
   * @param workingDays to answer it, 1 to 60; null: 10
   */
  record AssignmentBody(String department, @Nullable Integer workingDays) {}

  /**
   * The body of an answer.
   *
   * @param outcome {@code upheld} or {@code dismissed}
   * @param text the reason, 1 to 2000 characters
   */
  record AnswerBody(String outcome, String text) {}

  /** Why an answer does not do, 1 to 2000 characters. */
  record ReopeningBody(String reason) {}

  /** The bureau gives it to a department. */
  public Response assign(Request request) {
    AskedQuestion seen = desk.found(request);
    AssignmentBody body = request.body(AssignmentBody.class);
    String department = body.department();
    if (!settings.isDepartment(department)) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/department",
              "字段 department 应为部门的编号（如 tax），收到：" + Parameters.shown(department)));
    }
    int days = Optional.ofNullable(body.workingDays()).orElse(QuestionDesk.DAYS);
    if (days < 1 || days > MOST_DAYS) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/workingDays",
              "字段 workingDays 应为 1 到 %d 的整数，收到：%d".formatted(MOST_DAYS, days)));
    }
    var step = QuestionStep.assigned(desk.now(), request.person(), department, desk.dueIn(days));
    return take(request, seen, step, TrailAction.QUESTION_ASSIGNED, null, department);
  }

  /** The department that it is with, or the bureau, answers. */
  public Response answer(Request request) {
    AskedQuestion seen = desk.found(request);
    AnswerBody body = request.body(AnswerBody.class);
    Outcome outcome = outcome(body.outcome());
    String text = Texts.of("text", body.text());
    PartStanding now = parts.now(seen);
    PartStanding after = now != null && now.differsFrom(seen.before()) ? now : null;
    var step =
        QuestionStep.answered(
            desk.now(),
            request.person(),
            outcome,
            text,
            after,
            after == null ? null : desk.correction(seen.before(), after),
            desk.dueIn(QuestionDesk.DAYS));
    return take(request, seen, step, TrailAction.QUESTION_ANSWERED, text, outcome.id());
  }

  /** Who asked agrees with the answer. */
  public Response close(Request request) {
    AskedQuestion seen = desk.found(request);
    if (seen.state(desk.today(), null) == QuestionState.CLOSED
        && Moves.hasAsked(request.principal(), seen)) {
      return Response.ok(desk.view(request, seen)).with(Caching.NONE);
    }
    var step = QuestionStep.closed(desk.now(), request.person());
    return take(request, seen, step, TrailAction.QUESTION_CLOSED, null, "closed");
  }

  /** Who asked does not agree: once, and within ten working days. */
  public Response reopen(Request request) {
    AskedQuestion seen = desk.found(request);
    String reason = Texts.of("reason", request.body(ReopeningBody.class).reason());
    var step =
        QuestionStep.reopened(desk.now(), request.person(), reason, desk.dueIn(QuestionDesk.DAYS));
    return take(request, seen, step, TrailAction.QUESTION_REOPENED, reason, "reopened");
  }

  /** What was just done by the same person is not done again. */
  private Response take(
      Request request,
      AskedQuestion seen,
      QuestionStep step,
      TrailAction action,
      @Nullable String reason,
      String result) {
    if (!seen.steps().isEmpty() && seen.steps().getLast().repeats(step)) {
      return Response.ok(desk.view(request, seen)).with(Caching.NONE);
    }
    Moves.check(request.principal(), seen, seen.state(desk.today(), null), step.act());
    refuse(seen, step);
    AskedQuestion next = seen.after(step);
    if (!questions.save(seen, next, desk.record(request, action, next, reason, result))) {
      throw new ProblemException(Problem.conflict("该问题刚刚有了新的进展，请刷新后再办理"));
    }
    return Response.ok(desk.view(request, next)).with(Caching.NONE);
  }

  /** What the past or the data does not allow. */
  private static void refuse(AskedQuestion seen, QuestionStep step) {
    if (step.act() == Act.REOPEN && seen.wasReopened()) {
      throw new ProblemException(Problem.conflict("该问题已重新办理过一次，不能再次提出"));
    }
    String stood = seen.before().text();
    if (step.outcome() == Outcome.UPHELD && step.after() == null && stood != null) {
      throw new ProblemException(
          Problem.conflict(
              "数据尚未更正：“%s”仍为“%s”。问题成立的，请先报送更正后的文件，评分草稿更新后再答复"
                  .formatted(seen.about().title(), stood)));
    }
  }

  private static Outcome outcome(String text) {
    return switch (text) {
      case "upheld" -> Outcome.UPHELD;
      case "dismissed" -> Outcome.DISMISSED;
      default ->
          throw new ProblemException(
              Problem.badRequest("body", "/outcome", "字段 outcome 应为 upheld（成立）或 dismissed（不成立）"));
    };
  }
}
