package innovation.points.desk.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.NoticeRule;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunDecision.Kind;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.settings.Settings;
import innovation.points.web.event.Deadline;
import innovation.points.web.http.Caching;
import innovation.points.web.http.GivenReason;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/publication}: an approver publishes a complete generation, or goes
 * back to one that was published before; {@code POST …/recomputations/{id}/refusal}: refuses one.
 * What one person has asked for takes effect when another decides it (contract §3).
 */
public final class PublicationEndpoint implements Calls {

  private final FactsTable facts;
  private final AuditTrail trail;
  private final Runs runs;
  private final Publications publications;
  private final Settings settings;
  private final FourEyes fourEyes;
  private final int noticeDays;
  private final InstantSource clock;
  private final Deadline.Pause pause;

  /**
   * Decides on publications.
   *
   * @param fourEyes whether another person has to decide what one asks for
   * @param noticeDays the usual length of a notice period in working days
   */
  public PublicationEndpoint(
      FactsTable facts,
      AuditTrail trail,
      Runs runs,
      Publications publications,
      Settings settings,
      FourEyes fourEyes,
      int noticeDays,
      InstantSource clock,
      Deadline.Pause pause) {
    this.facts = facts;
    this.trail = trail;
    this.runs = runs;
    this.publications = publications;
    this.settings = settings;
    this.fourEyes = fourEyes;
    this.noticeDays = noticeDays;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/years/{year}/publication", this::publish)
        .post("/v1/years/{year}/recomputations/{id}/refusal", this::refuse);
  }

  /**
   * The generation to publish.
   *
   * @param generation the id of its run
   * @param noticeUntil the last day of the notice period, {@code 2026-04-15}; null: as the order
   *     says, else as it runs, else the usual one
   * @param override why it is published whatever the checks say; null: nothing is said
   */
  record Body(String generation, @Nullable String noticeUntil, @Nullable GivenReason override) {}

  /**
   * A published year, as {@code /v1/years} shows it.
   *
   * @param said where nothing was left to decide: by whom it was decided, in Chinese
   */
  record View(
      int year,
      String generation,
      Instant publishedAt,
      @Nullable LocalDate noticeUntil,
      String rulebook,
      GenerationCounts counts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String said) {
    static View of(Pointer pointer, @Nullable String said) {
      return new View(
          pointer.year(),
          pointer.generation(),
          pointer.publishedAt(),
          pointer.noticeUntil(),
          pointer.rulebook(),
          pointer.counts(),
          said);
    }
  }

  /** What waits for another approver. */
  record Asked(int year, String generation, Person by, Instant at, @Nullable String reason) {}

  /** What a person decides about a run, as it was seen then. */
  private record Case(
      Run run,
      @Nullable Pointer seen,
      Person person,
      @Nullable String reason,
      Instant now,
      String requestId) {

    RunDecision decided(Kind kind, @Nullable LocalDate noticeUntil) {
      return new RunDecision(kind, person, now, reason, noticeUntil);
    }

    /** For the record. */
    TrailEntry entry(Kind kind) {
      return PublicationEndpoint.entry(run, person, kind, reason, requestId);
    }

    boolean isInForce() {
      return seen != null && seen.generation().equals(run.id());
    }
  }

  public Response publish(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Body body = request.body(Body.class);
    Instant now = clock.instant();
    LocalDate said = NoticePeriod.until(body.noticeUntil(), now);
    GivenReason override = body.override();
    String reason = override == null ? null : override.checked("/override/reason");
    Run run = run(year, body.generation(), request);
    if (!run.publishable()) {
      throw new ProblemException(Problem.conflict(unpublishable(run)));
    }
    var decided =
        new Case(
            run, publications.of(year).orElse(null), request.person(), reason, now, request.id());
    Pointer seen = decided.seen();
    String nothingLeft = null;
    if (seen != null && decided.isInForce()) {
      if (said != null && !said.equals(seen.noticeUntil())) {
        move(decided, decided.decided(Kind.NOTICE, said));
      } else {
        if (run.status() != RunStatus.PUBLISHED) {
          settle(run);
        }
        nothingLeft = nothingLeft(run);
      }
    } else if (seen != null && run.publishedAt() != null) {
      LocalDate notice = said == null ? seen.noticeUntil() : said;
      if (!agreed(decided, seen)) {
        return ask(decided, seen, notice);
      }
      move(decided, decided.decided(Kind.RESTORED, notice));
    } else {
      checkAllowed(decided);
      LocalDate today = LocalDate.ofInstant(now, OfficialTime.ZONE);
      LocalDate notice =
          new NoticeRule(settings.workingDays(), noticeDays).until(said, run.order(), seen, today);
      move(decided, decided.decided(Kind.PUBLISHED, notice));
    }
    return Response.ok(View.of(publications.of(year).orElseThrow(), nothingLeft))
        .with(Caching.NONE);
  }

  /** Who has published what somebody publishes again. */
  private static String nothingLeft(Run run) {
    String by =
        last(run, Kind.RESTORED)
            .map(who -> who + "恢复公布")
            .or(() -> last(run, Kind.PUBLISHED).map(who -> who + "批准公布"))
            .orElse("按年度计划公布");
    return "这批结果已由" + by + "，现在公布的就是这一批，无需再次批准";
  }

  public Response refuse(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    parameters.verify();
    String reason = request.body(GivenReason.class).checked("/reason");
    Run run = run(year, id, request);
    RunDecision decision =
        new RunDecision(Kind.REFUSED, request.person(), clock.instant(), reason, null);
    TrailEntry entry = entry(run, request.person(), Kind.REFUSED, reason, request.id());
    if (!runs.refuse(year, id, decision, List.of(trail.item(entry)))) {
      decision = refusedBefore(run(year, id, request), decision);
    }
    return Response.ok(new Refused(year, id, RunStatus.REFUSED, decision)).with(Caching.NONE);
  }

  /**
   * The same refusal, where the person has said it before.
   *
   * @throws ProblemException 409 where it was another one, or none
   */
  private RunDecision refusedBefore(Run run, RunDecision again) {
    return run.decisions().stream()
        .filter(before -> before.kind() == Kind.REFUSED && again.by().isSameAs(before.by()))
        .filter(before -> Objects.equals(before.reason(), again.reason()))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.conflict(
                        last(run, Kind.REFUSED)
                            .map(by -> by + "退回了这批结果，无需再次退回")
                            .or(() -> last(run, Kind.PUBLISHED).map(by -> by + "批准公布了这批结果，不能再退回"))
                            .orElseGet(
                                () ->
                                    "只能退回待批准的结果；这次计算现为“%s”"
                                        .formatted(word(run.statusAt(clock.instant())))))));
  }

  /** A run that was refused. */
  record Refused(int year, String id, RunStatus status, RunDecision decision) {}

  private Run run(int year, String id, Request request) {
    Run run =
        runs.find(year, id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound("%d 年度没有这一批结果，请在计算记录中核对批次号".formatted(year))));
    request.concerns("generation", run.id());
    return run;
  }

  private static String unpublishable(Run run) {
    if (run.order().dryRun()) {
      return "试算不产生可发布的结果，请重新计算后发布";
    }
    return last(run, Kind.REFUSED)
        .map(by -> by + "退回了这批结果，不能发布；请按退回理由处理后重新计算")
        .orElse("这次计算尚未完成，不能发布");
  }

  /** Who decided so last about a run, and when. */
  private static Optional<String> last(Run run, Kind kind) {
    return run.decisions().reversed().stream()
        .filter(decision -> decision.kind() == kind)
        .findFirst()
        .map(decision -> OfficialTime.signed(decision.by(), decision.at()));
  }

  private static String word(RunStatus status) {
    return switch (status) {
      case RUNNING -> "计算中";
      case COMPLETE -> "已完成";
      case AWAITING_APPROVAL -> "待批准";
      case REFUSED -> "已退回";
      case PUBLISHED -> "已公布";
      case FAILED -> "失败";
    };
  }

  /**
   * Checks that the person may publish a generation for the first time.
   *
   * @throws ProblemException 409 where the same person has ordered it, or checks block
   */
  private void checkAllowed(Case decided) {
    Run run = decided.run();
    Person asked = run.order().by();
    if (!fourEyes.allows(asked, decided.person())) {
      throw new ProblemException(Problem.conflict("这次计算由您本人发起，应由另一位审批人批准公布"));
    }
    List<RunCheck> blocking = run.blocking();
    if (!blocking.isEmpty() && decided.reason() == null && run.order().override() == null) {
      throw new ProblemException(
          Problem.conflict(
              "有 %d 项检查未通过；请处理后重新计算，或在 override.reason 中说明仍要公布的理由".formatted(blocking.size()),
              blocking.stream()
                  .map(check -> new Fault("checks", check.id(), check.text()))
                  .toList()));
    }
  }

  /** Whether another person has asked to go back to it, and nothing was published since. */
  private boolean agreed(Case decided, Pointer seen) {
    Pointer.Proposal proposal = seen.proposal();
    return fourEyes == FourEyes.OFF
        || (proposal != null
            && proposal.generation().equals(decided.run().id())
            && fourEyes.allows(proposal.asked().by(), decided.person()));
  }

  private Response ask(Case decided, Pointer seen, @Nullable LocalDate notice) {
    Run run = decided.run();
    Pointer.Proposal before = seen.proposal();
    RunDecision asked = decided.decided(Kind.ASKED, notice);
    if (before != null && before.generation().equals(run.id())) {
      asked = before.asked();
    } else if (!publications.ask(
        run, seen, asked, List.of(trail.item(decided.entry(Kind.ASKED))))) {
      throw overtaken(decided);
    }
    return Response.accepted(
            "/v1/years/%d/recomputations/%s".formatted(run.year(), run.id()),
            new Asked(run.year(), run.id(), asked.by(), asked.at(), asked.reason()))
        .with(Caching.NONE);
  }

  private void move(Case decided, RunDecision decision) {
    Run run = decided.run();
    boolean done =
        publications.decide(
            run,
            decided.seen(),
            RunIds.upTo(run.year(), decided.now()),
            decision,
            List.of(
                facts.publication(run.year(), run.id()),
                trail.item(decided.entry(decision.kind()))));
    if (!done) {
      throw overtaken(decided);
    }
    settle(run);
  }

  private static TrailEntry entry(
      Run run, Person person, Kind kind, @Nullable String reason, String requestId) {
    var action =
        kind == Kind.REFUSED ? TrailAction.PUBLICATION_REFUSED : TrailAction.PUBLICATION_APPROVED;
    String object = "years/%d/recomputations/%s".formatted(run.year(), run.id());
    return TrailEntry.of(person, action, object, requestId).because(reason).resulting(kind.id());
  }

  /** Who decided what in the meantime, and when. */
  private ProblemException overtaken(Case decided) {
    Run run = runs.find(decided.run().year(), decided.run().id()).orElse(decided.run());
    if (!run.publishable()) {
      return new ProblemException(Problem.conflict(unpublishable(run)));
    }
    Optional<Pointer> now = publications.of(run.year());
    Pointer.Proposal proposal = now.map(Pointer::proposal).orElse(null);
    String said =
        proposal == null
            ? now.flatMap(pointer -> runs.find(run.year(), pointer.generation()))
                .map(published -> said(published.decisions().getLast(), published.id(), run))
                .orElse("另一项决定刚刚生效")
            : said(proposal.asked(), proposal.generation(), run);
    return new ProblemException(Problem.conflict(said + "，请刷新后再决定"));
  }

  private static String said(RunDecision decision, String about, Run run) {
    String deed =
        switch (decision.kind()) {
          case PUBLISHED -> "批准公布了";
          case REFUSED -> "退回了";
          case ASKED -> "提请恢复公布";
          case RESTORED -> "恢复公布了";
          case NOTICE -> "调整了公示期，公布的是";
        };
    String which = about.equals(run.id()) ? "这批结果" : "另一批结果";
    return OfficialTime.signed(decision.by(), decision.at()) + deed + which;
  }

  /** Once this answer confirms the publication, no reader may return the previous one. */
  private void settle(Run run) {
    Duration readersKeep = Publications.POINTER_TTL;
    new Deadline(clock, clock.instant().plus(readersKeep), pause).sleep(readersKeep);
    publications.settled(run);
  }
}
