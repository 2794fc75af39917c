package innovation.points.desk.objections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.questions.Objection;
import innovation.points.store.questions.Objection.About;
import innovation.points.store.questions.Objection.Answer;
import innovation.points.store.questions.Objection.Closure;
import innovation.points.store.questions.Objection.Kind;
import innovation.points.store.questions.Objection.Outcome;
import innovation.points.store.questions.Objection.Reopening;
import innovation.points.store.questions.Objection.Status;
import innovation.points.store.questions.Objections;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.RunIds;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
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
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Objections during the notice period (公示): an enterprise objects to a part of its result, whether
 * it has a score or not; the department whose figures are behind it, or the bureau, answers. It is
 * closed by data: an objection is upheld once what stands there has changed in the draft.
 */
public final class ObjectionsEndpoint implements Calls {

  private static final int LONGEST = 2_000;

  /** Working days to answer, and to find fault with an answer. */
  private static final int DAYS = 10;

  private static final Map<String, Status> STATUSES =
      Map.of("open", Status.OPEN, "answered", Status.ANSWERED);

  private final Publications publications;
  private final ScoresTable scores;
  private final Objections objections;
  private final RulebookChoice rulebooks;
  private final Settings settings;
  private final AuditTrail trail;
  private final Cursors cursors;
  private final InstantSource clock;

  public ObjectionsEndpoint(
      Publications publications,
      ScoresTable scores,
      Objections objections,
      RulebookChoice rulebooks,
      Settings settings,
      AuditTrail trail,
      Cursors cursors,
      InstantSource clock) {
    this.publications = publications;
    this.scores = scores;
    this.objections = objections;
    this.rulebooks = rulebooks;
    this.settings = settings;
    this.trail = trail;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/years/{year}/objections", this::list)
        .post("/v1/years/{year}/objections/{id}/answer", this::answer)
        .post("/v1/years/{year}/objections/{id}/closure", this::close)
        .post("/v1/years/{year}/objections/{id}/reopening", this::reopen)
        .post("/v1/years/{year}/enterprises/{uscc}/objections", this::file)
        .get("/v1/years/{year}/enterprises/{uscc}/objections", this::own);
  }

  /**
   * The body of an objection: about an indicator, or about any part of the result.
   *
   * @param indicator its id, {@code 1.1}
   * @param text the reason, 1 to 2000 characters
   */
  record Body(@Nullable String indicator, @Nullable AboutBody about, String text) {}

  /**
   * A part of the result.
   *
   * @param id of the indicator, the rule, the field or the dataset; null where the kind has one
   *     part
   */
  record AboutBody(String kind, @Nullable String id) {}

  /**
   * The body of an answer.
   *
   * @param outcome {@code upheld} or {@code dismissed}
   * @param text the reason, 1 to 2000 characters
   */
  record AnswerBody(String outcome, String text) {}

  /** Why an answer does not do, 1 to 2000 characters. */
  record ReopeningBody(String reason) {}

  /** An objection and where it stands today. */
  record View(@JsonUnwrapped Objection objection, Status status, boolean overdue) {}

  public Response file(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    Body body = request.body(Body.class);
    String text = text("text", body.text());
    Instant now = clock.instant();
    Pointer pointer = noticed(year, now);
    ScoreRow row = row(pointer, uscc);
    PartOfResult part = part(pointer, row, body);
    var objection =
        new Objection(
            RunIds.of(now, request.id()),
            year,
            pointer.generation(),
            uscc,
            row.card().name(),
            part.about(),
            part.departments(),
            text,
            now,
            inDays(now),
            part.standing(),
            null,
            null,
            null);
    Objection filed =
        objections.file(
            objection, record(request, TrailAction.QUESTION_ASKED, objection, null, "open"));
    // The same one said again, as after an answer that was lost, is the one that is there.
    if (!filed.text().equals(text)) {
      throw new ProblemException(
          Problem.conflict("已对%s提出过异议，同一公示结果的同一事项只能提出一次".formatted(named(part.about()))));
    }
    return Response.created(
            "/v1/years/%d/enterprises/%s/objections".formatted(year, uscc), view(request, filed))
        .with(Caching.NONE);
  }

  public Response own(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    List<Objection> found = objections.of(year, uscc);
    return Response.ok(new Page<>(found.stream().map(one -> view(request, one)).toList(), null))
        .with(Caching.NONE);
  }

  /** A department sees those about its figures. */
  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    int limit = parameters.limit();
    var status = parameters.choice("status", STATUSES);
    String department =
        request.principal().readsAll() ? null : request.principal().department().orElseThrow();
    String list =
        "objections/%d?%s&%s".formatted(year, status.map(Status::id).orElse(""), department);
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    var page = objections.list(year, status.orElse(null), department, limit, after);
    String next = cursors.next(list, "", page.next());
    return Response.ok(
            new Page<>(page.items().stream().map(one -> view(request, one)).toList(), next))
        .with(Caching.NONE);
  }

  public Response answer(Request request) {
    Objection seen = found(request);
    if (!request.principal().is(Role.BUREAU)
        && request.principal().department().filter(seen.departments()::contains).isEmpty()) {
      throw new ProblemException(Problem.forbidden("只能答复涉及本部门数据的异议"));
    }
    AnswerBody body = request.body(AnswerBody.class);
    Outcome outcome = outcome(body.outcome());
    String text = text("text", body.text());
    Answer given = seen.answer();
    if (given != null) {
      if (!given.says(outcome, text, request.person())) {
        throw new ProblemException(
            Problem.conflict(
                OfficialTime.signed(Objects.requireNonNull(given.by()), given.at())
                    + "已答复这条异议，答复不能修改"));
      }
      return Response.ok(view(request, seen)).with(Caching.NONE);
    }
    PartOfResult before = part(seen);
    PartOfResult after = part(seen, before);
    boolean changed = after.differsFrom(before);
    if (outcome == Outcome.UPHELD && !changed) {
      throw new ProblemException(
          Problem.conflict(
              "数据尚未更正：%s仍为“%s”。异议成立的，请先报送更正后的文件，评分草稿更新后再答复"
                  .formatted(named(seen.about()), before.standing().text())));
    }
    Instant now = clock.instant();
    var answer =
        new Answer(
            outcome, text, now, request.person(), changed ? after.standing() : null, inDays(now));
    return saved(
        request, seen, seen.answered(answer), TrailAction.QUESTION_ANSWERED, text, outcome.id());
  }

  /** Who asked agrees with the answer. */
  public Response close(Request request) {
    Objection seen = owned(request);
    if (seen.status(today()) == Status.CLOSED) {
      return Response.ok(view(request, seen)).with(Caching.NONE);
    }
    if (seen.answer() == null) {
      throw new ProblemException(Problem.conflict("这条异议还没有答复，不能办结"));
    }
    var closure = new Closure(clock.instant());
    return saved(request, seen, seen.closed(closure), TrailAction.QUESTION_CLOSED, null, "closed");
  }

  /** Who asked does not agree: once, and within ten working days. */
  public Response reopen(Request request) {
    Objection seen = owned(request);
    String reason = text("reason", request.body(ReopeningBody.class).reason());
    Reopening before = seen.reopening();
    if (before != null && before.reason().equals(reason) && seen.answer() == null) {
      return Response.ok(view(request, seen)).with(Caching.NONE);
    }
    Answer given = seen.answer();
    if (before != null || given == null || seen.status(today()) == Status.CLOSED) {
      throw new ProblemException(
          Problem.conflict(
              before != null
                  ? "这条异议已重新办理过一次，不能再次提出"
                  : given == null ? "这条异议还没有答复" : "这条异议已经办结，不能重新办理"));
    }
    Objection next = seen.reopened(new Reopening(reason, clock.instant(), given));
    return saved(request, seen, next, TrailAction.QUESTION_REOPENED, reason, "reopened");
  }

  private Response saved(
      Request request,
      Objection seen,
      Objection next,
      TrailAction action,
      @Nullable String reason,
      String result) {
    if (!objections.save(seen, next, record(request, action, next, reason, result))) {
      throw new ProblemException(Problem.conflict("这条异议刚刚有了新的进展，请刷新后再办理"));
    }
    return Response.ok(view(request, next)).with(Caching.NONE);
  }

  private Objection found(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    parameters.verify();
    return objections.find(year, id).orElseThrow(() -> unknown(year));
  }

  /** One's own; another's is none. */
  private Objection owned(Request request) {
    Objection found = found(request);
    if (!request.principal().owns(found.uscc())) {
      throw unknown(found.year());
    }
    return found;
  }

  private static ProblemException unknown(int year) {
    return new ProblemException(Problem.notFound("%d 年度没有这条异议".formatted(year)));
  }

  /**
   * An enterprise deals with the office, not with a person; a department sees the figures that are
   * made of its own alone.
   */
  private View view(Request request, Objection one) {
    Principal caller = request.principal();
    boolean whole = caller.readsAll() || caller.owns(one.uscc());
    boolean onlyTheirs = one.departments().equals(caller.department().stream().toList());
    Objection shown = whole || onlyTheirs ? one : one.withoutFigures();
    boolean office = caller.readsAll() || caller.is(Role.DEPARTMENT);
    Status status = one.status(today());
    return new View(
        office ? shown : shown.unsigned(),
        status,
        one.answer() == null && today().isAfter(one.dueOn()));
  }

  private LocalDate today() {
    return OfficialTime.day(clock.instant());
  }

  private LocalDate inDays(Instant from) {
    return settings.workingDays().after(OfficialTime.day(from), DAYS);
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

  private ScoreRow row(Pointer pointer, String uscc) {
    return scores
        .row(pointer.generation(), uscc)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("本企业不在 %d 年度的评价名录中".formatted(pointer.year()))));
  }

  private PartOfResult part(Pointer pointer, ScoreRow row, Body body) {
    AboutBody about = body.about();
    String indicator = body.indicator();
    if ((about == null) == (indicator == null)) {
      throw new ProblemException(
          Problem.badRequest("body", "/about", "字段 indicator 与 about 应填写一个，说明对哪一项提出异议"));
    }
    Kind kind = about == null ? Kind.INDICATOR : kind(about.kind());
    String id = about == null ? indicator : about.id();
    UnaryOperator<String> stages = stages(pointer.rulebook(), pointer.digest());
    return PartOfResult.find(row, stages, kind, id)
        .orElseThrow(() -> new ProblemException(noPart(row, stages, about == null)));
  }

  private static Problem noPart(ScoreRow row, UnaryOperator<String> stages, boolean indicator) {
    String parts =
        PartOfResult.all(row, stages).stream()
            .map(part -> part.about().place())
            .collect(Collectors.joining("、"));
    return Problem.badRequest(
        "body", indicator ? "/indicator" : "/about", "本企业的公示结果没有这一项，可以提出异议的有：%s".formatted(parts));
  }

  private static Kind kind(String id) {
    try {
      return Kind.of(id);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/about/kind",
              "字段 about.kind 应为 %s 之一，收到：%s"
                  .formatted(
                      Arrays.stream(Kind.values()).map(Kind::id).collect(Collectors.joining("、")),
                      Parameters.shown(id))));
    }
  }

  /** As it stands in the publication. */
  private PartOfResult part(Objection one) {
    ScoreRow row = scores.row(one.generation(), one.uscc()).orElseThrow();
    return find(row, one).orElseThrow();
  }

  /** As it stands in the draft. */
  private PartOfResult part(Objection one, PartOfResult before) {
    ScoreRow draft = scores.draft(one.year(), one.uscc()).orElse(null);
    return Optional.ofNullable(draft)
        .flatMap(row -> find(row, one))
        .orElseGet(() -> PartOfResult.gone(before, draft));
  }

  private Optional<PartOfResult> find(ScoreRow row, Objection one) {
    return PartOfResult.find(
        row,
        stages(row.card().rulebook(), row.detail().rulebookDigest()),
        one.about().kind(),
        one.about().id());
  }

  private UnaryOperator<String> stages(String rulebook, String digest) {
    return rulebooks
        .used(rulebook, digest)
        .<UnaryOperator<String>>map(rules -> rules::stageName)
        .orElse(UnaryOperator.identity());
  }

  private static String named(About about) {
    return about.kind() == Kind.INDICATOR
        ? "指标 %s（%s）".formatted(about.id(), about.title())
        : "“%s”".formatted(about.title());
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

  private static String text(String field, String text) {
    String stripped = text.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (length == 0 || length > LONGEST) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/" + field,
              "字段 %s 应为 1 到 %d 个字，收到 %d 个字".formatted(field, LONGEST, length)));
    }
    return stripped;
  }
}
