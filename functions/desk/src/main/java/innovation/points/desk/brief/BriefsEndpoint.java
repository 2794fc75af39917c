package innovation.points.desk.brief;

import static innovation.points.store.brief.BriefState.APPROVED;
import static innovation.points.store.brief.BriefState.ASKED;
import static innovation.points.store.brief.BriefState.REFUSED;

import innovation.points.desk.announcement.PaperFiles;
import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.brief.Brief;
import innovation.points.store.brief.Brief.Step;
import innovation.points.store.brief.BriefState;
import innovation.points.store.brief.Briefs;
import innovation.points.store.settings.Settings;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.GivenReason;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/briefs} and {@code …/{quarter}/brief.docx}, {@code brief.pdf}: the briefs that
 * were approved. {@code /v1/brief-drafts}: all of them, for who decides, with {@code /approval} and
 * {@code /refusal}. A decision that was taken before changes nothing.
 */
public final class BriefsEndpoint implements Calls {

  private static final int ATTEMPTS = 5;

  private final Briefs briefs;
  private final Settings settings;
  private final AuditTrail trail;
  private final FourEyes fourEyes;
  private final Disclosure disclosure;
  private final InstantSource clock;

  /** A brief that anybody may read. */
  record Approved(
      String quarter, String title, String number, LocalDate from, LocalDate to, Instant at) {}

  /** A brief with what was decided on it. */
  record Draft(
      String quarter,
      String title,
      String number,
      LocalDate from,
      LocalDate to,
      BriefState state,
      List<Step> steps) {}

  /** What a person makes of a brief; null where nothing changes. */
  @FunctionalInterface
  private interface Rule {
    @Nullable Step next(Brief seen, Instant now);
  }

  public BriefsEndpoint(
      Briefs briefs,
      Settings settings,
      AuditTrail trail,
      FourEyes fourEyes,
      Disclosure disclosure,
      InstantSource clock) {
    this.briefs = briefs;
    this.settings = settings;
    this.trail = trail;
    this.fourEyes = fourEyes;
    this.disclosure = disclosure;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/briefs", this::approved)
        .get("/v1/briefs/{quarter}/brief.docx", request -> docx(published(request)))
        .get("/v1/briefs/{quarter}/brief.pdf", request -> pdf(published(request)))
        .get("/v1/brief-drafts", this::drafts)
        .get("/v1/brief-drafts/{quarter}/brief.docx", request -> docx(known(request)))
        .get("/v1/brief-drafts/{quarter}/brief.pdf", request -> pdf(known(request)))
        .post("/v1/brief-drafts/{quarter}/approval", this::approve)
        .post("/v1/brief-drafts/{quarter}/refusal", this::refuse);
  }

  public Response approved(Request request) {
    Parameters parameters = request.parameters();
    var part = ShortList.of(parameters, "briefs");
    parameters.verify();
    Format format = request.lineFormat();
    List<Approved> items =
        briefs.all().stream()
            .filter(one -> one.state() == APPROVED)
            .map(
                one ->
                    new Approved(
                        one.quarter(),
                        paper(one).title(),
                        paper(one).number(),
                        one.from(),
                        one.to(),
                        one.last(APPROVED).orElseThrow().at()))
            .toList();
    return Response.list(request, format, part.of(items)).with(Caching.NONE);
  }

  public Response drafts(Request request) {
    Parameters parameters = request.parameters();
    var part = ShortList.of(parameters, "brief-drafts");
    parameters.verify();
    Format format = request.lineFormat();
    List<Draft> items = briefs.all().stream().map(this::draft).toList();
    return Response.list(request, format, part.of(items)).with(Caching.NONE);
  }

  private Draft draft(Brief one) {
    return new Draft(
        one.quarter(),
        paper(one).title(),
        paper(one).number(),
        one.from(),
        one.to(),
        one.state(),
        one.steps());
  }

  private Response docx(Brief brief) {
    BriefPaper made = paper(brief);
    return PaperFiles.docx(made.paper().docx(), made.title());
  }

  private Response pdf(Brief brief) {
    BriefPaper made = paper(brief);
    return PaperFiles.pdf(made.paper().pdf(), made.title());
  }

  private BriefPaper paper(Brief brief) {
    return new BriefPaper(brief, settings.zone(), disclosure);
  }

  /** Another person than who made it approves it: it is public. */
  public Response approve(Request request) {
    return decide(
        request,
        (seen, now) -> {
          if (seen.state() != ASKED) {
            return same(seen, APPROVED);
          }
          checkOther(seen, request);
          return new Step(APPROVED, request.person(), now, null);
        });
  }

  /** Another person refuses it and says why; the next daily schedule makes it anew. */
  public Response refuse(Request request) {
    return decide(
        request,
        (seen, now) -> {
          String reason = request.body(GivenReason.class).checked("/reason");
          if (seen.state() != ASKED) {
            return same(seen, REFUSED);
          }
          checkOther(seen, request);
          return new Step(REFUSED, request.person(), now, reason);
        });
  }

  private Response decide(Request request, Rule rule) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Brief seen = known(request);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Step step = rule.next(seen, now);
      if (step == null) {
        return Response.ok(draft(seen)).with(Caching.NONE);
      }
      Brief next = seen.then(step);
      if (briefs.save(next, List.of(trail.item(entry(next, step, request.id()))))) {
        return Response.ok(draft(next)).with(Caching.NONE);
      }
    }
    throw new ProblemException(Problem.conflict("刚刚有人对简报作出决定，请刷新后再试"));
  }

  private static TrailEntry entry(Brief brief, Step step, String requestId) {
    TrailAction action =
        step.state() == APPROVED ? TrailAction.BRIEF_APPROVED : TrailAction.BRIEF_REFUSED;
    return TrailEntry.of(step.by(), action, "briefs/" + brief.quarter(), requestId)
        .because(step.reason())
        .resulting(step.state().id());
  }

  /** Nothing where the decision was taken before. */
  private static @Nullable Step same(Brief seen, BriefState wanted) {
    if (seen.state() == wanted) {
      return null;
    }
    Step last = seen.steps().getLast();
    throw new ProblemException(
        Problem.conflict(
            "这份简报%s%s，只有待批准的简报可以%s"
                .formatted(
                    OfficialTime.signed(last.by(), last.at()),
                    last.state() == APPROVED ? "批准" : "退回",
                    wanted == APPROVED ? "批准" : "退回")));
  }

  private void checkOther(Brief seen, Request request) {
    if (!fourEyes.allows(seen.last(ASKED).orElseThrow().by(), request.person())) {
      throw new ProblemException(Problem.conflict("编制简报的人不能自己批准，应由另一人决定"));
    }
  }

  private Brief known(Request request) {
    String quarter = quarter(request);
    return briefs.of(quarter).orElseThrow(() -> none(quarter));
  }

  private Brief published(Request request) {
    String quarter = quarter(request);
    return briefs
        .of(quarter)
        .filter(one -> one.state() == APPROVED)
        .orElseThrow(() -> none(quarter));
  }

  private static ProblemException none(String quarter) {
    return new ProblemException(Problem.notFound("没有 %s 季度的简报".formatted(quarter)));
  }

  private static String quarter(Request request) {
    Parameters parameters = request.parameters();
    String quarter = parameters.path("quarter");
    if (!Quarter.FORM.matcher(quarter).matches()) {
      parameters.refuse("quarter", "季度（如 2026-Q3）", quarter);
    }
    parameters.verify();
    return quarter;
  }
}
