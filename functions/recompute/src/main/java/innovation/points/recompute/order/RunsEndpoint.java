package innovation.points.recompute.order;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.person.Person;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.RunOrders;
import innovation.points.store.run.RunOrders.Outcome;
import innovation.points.store.run.RunOrders.Repeat;
import innovation.points.store.run.Runs;
import innovation.points.store.table.StoredJson;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.GivenReason;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Repeatable;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/years/{year}/recomputations}: orders runs and shows them. */
public final class RunsEndpoint implements Calls {

  private static final int LONGEST_NOTICE = 250;

  private final RunOrders orders;
  private final AuditTrail trail;
  private final Runs runs;
  private final Publications publications;
  private final RulebookChoice rulebooks;
  private final Cursors cursors;
  private final InstantSource clock;

  public RunsEndpoint(
      RunOrders orders,
      AuditTrail trail,
      Runs runs,
      Publications publications,
      RulebookChoice rulebooks,
      Cursors cursors,
      InstantSource clock) {
    this.orders = orders;
    this.trail = trail;
    this.runs = runs;
    this.publications = publications;
    this.rulebooks = rulebooks;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/years/{year}/recomputations", this::order)
        .get("/v1/years/{year}/recomputations", this::list)
        .get("/v1/years/{year}/recomputations/{id}", this::get);
  }

  /**
   * What the bureau orders.
   *
   * @param publish may be left out of a dry run, which publishes nothing
   * @param rankMoved a move by more places than this is listed; by default 10
   * @param totalMoved a move by more points than this is listed; by default 1
   * @param rewards the terms of the year's rewards; by default all in full, everywhere
   * @param noticeUntil the last day of the notice period, {@code 2026-04-15}, where it publishes
   * @param noticeDays its length in working days from the publication instead; 0 for none
   * @param override why it is to be published whatever the checks say
   */
  record Body(
      @Nullable Boolean publish,
      @Nullable String rulebook,
      @Nullable Boolean dryRun,
      @Nullable Integer rankMoved,
      @Nullable Double totalMoved,
      @Nullable RewardsBody rewards,
      @Nullable String noticeUntil,
      @Nullable Integer noticeDays,
      @Nullable GivenReason override) {}

  public Response order(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Body body = request.body(Body.class);
    var now = clock.instant();
    Repeat repeat =
        Repeatable.key(request)
            .map(key -> new Repeat(key, Sha256.hex(year + " " + StoredJson.write(body))))
            .orElse(null);
    Run wanted =
        Run.ordered(
            year,
            RunIds.requested(year, now, request.id()),
            order(body, year, request.person(), now));
    TrailEntry entry =
        TrailEntry.of(
                request.person(),
                TrailAction.RUN_ORDERED,
                "years/%d/recomputations/%s".formatted(year, wanted.id()),
                request.id())
            .because(wanted.order().override())
            .resulting(wanted.order().dryRun() ? "dry-run" : "ordered");
    Run run =
        switch (orders.order(wanted, repeat, now, List.of(trail.item(entry)))) {
          case Outcome.Ordered(Run ordered) -> ordered;
          case Outcome.OtherBody() -> throw Repeatable.otherBody();
          case Outcome.InProgress(Run other) ->
              throw new ProblemException(
                  Problem.conflict(
                      "%d 年度已有一次待发布的计算正在进行（%s 于 %s 发起），请等待其完成后再发起"
                          .formatted(
                              year,
                              other.order().by().name(),
                              OfficialTime.minute(other.order().at()))));
        };
    request.concerns("generation", run.id());
    return Response.accepted("/v1/years/%d/recomputations/%s".formatted(year, run.id()), view(run))
        .with(Caching.NONE);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "recomputations/" + year;
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    var page = runs.list(year, limit, after);
    String next = cursors.next(list, "", page.next());
    Pointer published = publications.of(year).orElse(null);
    return Response.list(
            request,
            format,
            page.items().stream()
                .map(run -> RunView.of(run, published, clock.instant()).brief())
                .toList(),
            next)
        .with(Caching.NONE);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    parameters.verify();
    Run run =
        runs.find(year, id)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("%d 年度没有这次计算".formatted(year))));
    request.concerns("generation", run.id());
    return Response.ok(view(run)).with(Caching.NONE);
  }

  private Run.Order order(Body body, int year, Person by, Instant now) {
    boolean dryRun = Boolean.TRUE.equals(body.dryRun());
    if (body.publish() == null && !dryRun) {
      throw new ProblemException(
          Problem.badRequest("body", "/publish", "缺少字段 publish：完成后是否发布（true 或 false）"));
    }
    String rulebook = body.rulebook();
    if (rulebook != null && named(rulebook, dryRun).isEmpty()) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/rulebook",
              (rulebooks.toTry(rulebook).isPresent() ? "规则 %s 尚未批准，只能试算；现有：%s" : "没有规则 %s，现有：%s")
                  .formatted(rulebook, String.join("、", rulebooks.ids()))));
    }
    boolean publish = Boolean.TRUE.equals(body.publish()) && !dryRun;
    return new Run.Order(
        publish,
        rulebook,
        dryRun,
        by,
        now,
        thresholds(body),
        terms(body.rewards(), rulebook, dryRun, year),
        notice(body, publish, now),
        noticeDays(body, dryRun),
        override(body, publish));
  }

  private static @Nullable Integer noticeDays(Body body, boolean dryRun) {
    Integer days = body.noticeDays();
    if (days == null) {
      return null;
    }
    if (dryRun) {
      throw new ProblemException(
          Problem.badRequest("body", "/noticeDays", "字段 noticeDays 不用于试算，试算不公布"));
    }
    if (body.noticeUntil() != null || days < 0 || days > LONGEST_NOTICE) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/noticeDays",
              body.noticeUntil() == null
                  ? "字段 noticeDays 应为 0 到 %d 个工作日，收到：%d".formatted(LONGEST_NOTICE, days)
                  : "字段 noticeDays 与 noticeUntil 只能填写一个"));
    }
    return days;
  }

  private static @Nullable String override(Body body, boolean publish) {
    GivenReason override = body.override();
    if (override != null && !publish) {
      throw onlyWithPublish("override");
    }
    return override == null ? null : override.checked("/override/reason");
  }

  private static ProblemException onlyWithPublish(String field) {
    return new ProblemException(
        Problem.badRequest(
            "body", "/" + field, "字段 %s 只用于完成后发布的计算（publish 为 true）".formatted(field)));
  }

  /** A draft may be tried, but nothing is published by it. */
  private Optional<Rulebook> named(String rulebook, boolean dryRun) {
    return dryRun ? rulebooks.toTry(rulebook) : rulebooks.named(rulebook);
  }

  private RewardTerms terms(
      @Nullable RewardsBody body, @Nullable String named, boolean dryRun, int year) {
    if (body == null) {
      return RewardTerms.DEFAULT;
    }
    var rulebook =
        named == null
            ? rulebooks.inEffect(year)
            : named(named, dryRun).map(rules -> rules.inYear(year));
    return body.terms(rulebook.map(rules -> rules.rewards().rules()).orElse(List.of()));
  }

  private static @Nullable LocalDate notice(Body body, boolean publish, Instant now) {
    LocalDate notice = NoticePeriod.until(body.noticeUntil(), now);
    if (notice != null && !publish) {
      throw onlyWithPublish("noticeUntil");
    }
    return notice;
  }

  private static Thresholds thresholds(Body body) {
    Integer rank = body.rankMoved();
    Double total = body.totalMoved();
    if (rank != null && rank < 0) {
      throw new ProblemException(
          Problem.badRequest("body", "/rankMoved", "字段 rankMoved 应为不小于 0 的整数，收到：" + rank));
    }
    if (total != null && !(total >= 0 && total <= 1_000)) {
      throw new ProblemException(
          Problem.badRequest("body", "/totalMoved", "字段 totalMoved 应为 0 到 1000 的数字，收到：" + total));
    }
    return new Thresholds(
        rank == null ? Thresholds.DEFAULT.rank() : rank,
        total == null ? Thresholds.DEFAULT.total() : total);
  }

  private RunView view(Run run) {
    return RunView.of(run, publications.of(run.year()).orElse(null), clock.instant());
  }
}
