package innovation.points.desk.objections;

import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.questions.Objection;
import innovation.points.store.questions.Objection.Outcome;
import innovation.points.store.questions.Objections;
import innovation.points.store.run.RunIds;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Objections during the notice period (公示): an enterprise files them, the bureau answers. */
public final class ObjectionsEndpoint implements Calls {

  private static final int LONGEST = 2_000;

  private static final Map<String, Objection.Status> STATUSES =
      Map.of("open", Objection.Status.OPEN, "answered", Objection.Status.ANSWERED);

  private final Publications publications;
  private final ScoresTable scores;
  private final Objections objections;
  private final AuditTrail trail;
  private final Cursors cursors;
  private final InstantSource clock;

  public ObjectionsEndpoint(
      Publications publications,
      ScoresTable scores,
      Objections objections,
      AuditTrail trail,
      Cursors cursors,
      InstantSource clock) {
    this.publications = publications;
    this.scores = scores;
    this.objections = objections;
    this.trail = trail;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/years/{year}/objections", this::list)
        .post("/v1/years/{year}/objections/{id}/answer", this::answer)
        .post("/v1/years/{year}/enterprises/{uscc}/objections", this::file)
        .get("/v1/years/{year}/enterprises/{uscc}/objections", this::own);
  }

  /**
   * The body of an objection.
   *
   * @param indicator its id, {@code 1.1}
   * @param text the reason, 1 to 2000 characters
   */
  record Body(String indicator, String text) {}

  /**
   * The body of the bureau's answer.
   *
   * @param outcome {@code upheld} or {@code dismissed}
   * @param text the reason, 1 to 2000 characters
   */
  record AnswerBody(String outcome, String text) {}

  public Response file(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    Body body = request.body(Body.class);
    String text = text(body.text());
    Instant now = clock.instant();
    Pointer pointer = noticed(year, now);
    ScoreRow row = scored(pointer, uscc);
    Indicator indicator = indicator(row, body.indicator());
    var objection =
        new Objection(
            RunIds.of(now, request.id()),
            year,
            pointer.generation(),
            uscc,
            row.card().name(),
            indicator.id(),
            indicator.name(),
            text,
            now,
            null);
    Objection filed =
        objections.file(
            objection, record(request, TrailAction.QUESTION_ASKED, objection, null, "open"));
    // The same one said again, as after an answer that was lost, is the one that is there.
    if (!filed.text().equals(text)) {
      throw new ProblemException(
          Problem.conflict(
              "已对指标 %s（%s）提出过异议，同一公示结果的同一指标只能提出一次".formatted(indicator.id(), indicator.name())));
    }
    return Response.created(
            "/v1/years/%d/enterprises/%s/objections".formatted(year, uscc), filed.unsigned())
        .with(Caching.NONE);
  }

  public Response own(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    List<Objection> found = objections.of(year, uscc);
    var shown =
        request.principal().readsAll() ? found : found.stream().map(Objection::unsigned).toList();
    return Response.ok(new Page<>(shown, null)).with(Caching.NONE);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    int limit = parameters.limit();
    var status = parameters.choice("status", STATUSES);
    String list = "objections/%d?%s".formatted(year, status.map(Objection.Status::id).orElse(""));
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    var page = objections.list(year, status.orElse(null), limit, after);
    String next = cursors.next(list, "", page.next());
    return Response.ok(new Page<>(page.items(), next)).with(Caching.NONE);
  }

  public Response answer(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    parameters.verify();
    AnswerBody body = request.body(AnswerBody.class);
    var answer =
        new Objection.Answer(
            outcome(body.outcome()), text(body.text()), clock.instant(), request.person());
    Objection objection =
        objections
            .find(year, id)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("%d 年度没有这条异议".formatted(year))));
    TransactWriteItem record =
        record(request, TrailAction.QUESTION_ANSWERED, objection, answer.text(), body.outcome());
    boolean written = objections.answer(year, objection.id(), answer, record);
    Objection answered = objections.find(year, id).orElseThrow();
    if (!written && !answer.isSaidIn(answered.answer())) {
      throw new ProblemException(Problem.conflict("这条异议已经答复，答复不能修改"));
    }
    return Response.ok(answered).with(Caching.NONE);
  }

  private TransactWriteItem record(
      Request request,
      TrailAction action,
      Objection objection,
      @Nullable String reason,
      String result) {
    String object =
        "years/%d/enterprises/%s/objections/%s"
            .formatted(objection.year(), objection.uscc(), objection.id());
    return trail.item(
        TrailEntry.of(request.person(), action, object, request.id())
            .because(reason)
            .resulting(result));
  }

  private Pointer noticed(int year, Instant now) {
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("%d 年度没有已公布的积分结果".formatted(year))));
    LocalDate until = pointer.noticeUntil();
    if (until == null) {
      throw new ProblemException(Problem.conflict("%d 年度的结果没有设定公示期，不受理异议".formatted(year)));
    }
    if (!NoticePeriod.open(until, now)) {
      throw new ProblemException(
          Problem.conflict("%d 年度结果的公示期已于 %s 结束，不再受理异议".formatted(year, until)));
    }
    return pointer;
  }

  private ScoreRow scored(Pointer pointer, String uscc) {
    return scores
        .row(pointer.generation(), uscc)
        .filter(row -> row.status() == ScoreStatus.SCORED)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("本企业在 %d 年度的公示结果中没有得分".formatted(pointer.year()))));
  }

  private static Indicator indicator(ScoreRow row, String id) {
    return row.detail().indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.badRequest(
                        "body", "/indicator", "字段 indicator 应为本年度评价指标的编号（如 1.1），没有这个编号的指标")));
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

  private static String text(String text) {
    String stripped = text.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (length == 0 || length > LONGEST) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/text", "字段 text 应为 1 到 %d 个字，收到 %d 个字".formatted(LONGEST, length)));
    }
    return stripped;
  }
}
