package innovation.points.recompute.order;

import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.Runs;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/years/{year}/recomputations}: orders runs and shows them. */
public final class RunsEndpoint {

  private final Runs runs;
  private final Publications publications;
  private final RulebookChoice rulebooks;
  private final Cursors cursors;
  private final InstantSource clock;

  public RunsEndpoint(
      Runs runs,
      Publications publications,
      RulebookChoice rulebooks,
      Cursors cursors,
      InstantSource clock) {
    this.runs = runs;
    this.publications = publications;
    this.rulebooks = rulebooks;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * What the bureau orders.
   *
   * @param publish may be left out of a dry run, which publishes nothing
   * @param rankMoved a move by more places than this is listed; by default 10
   * @param totalMoved a move by more points than this is listed; by default 1
   * @param rewards the terms of the year's rewards; by default all in full, everywhere
   * @param noticeUntil the last day of the notice period, {@code 2026-04-15}, where it publishes
   */
  record Body(
      @Nullable Boolean publish,
      @Nullable String rulebook,
      @Nullable Boolean dryRun,
      @Nullable Integer rankMoved,
      @Nullable Double totalMoved,
      @Nullable RewardsBody rewards,
      @Nullable String noticeUntil) {}

  public Response order(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Body body = request.body(Body.class);
    var now = clock.instant();
    Run run = Run.ordered(year, RunIds.requested(year, now, request.id()), order(body, year, now));
    runs.order(run);
    request.concerns("generation", run.id());
    return Response.accepted("/v1/years/%d/recomputations/%s".formatted(year, run.id()), view(run))
        .with(Caching.NONE);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    int limit = parameters.limit();
    String list = "recomputations/" + year;
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    var page = runs.list(year, limit, after);
    String next = page.next() == null ? null : cursors.seal(list, new Cursor("", page.next()));
    String published = published(year);
    return Response.ok(
            new Page<>(
                page.items().stream()
                    .map(run -> RunView.of(run, published, clock.instant()).brief())
                    .toList(),
                next))
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

  private Run.Order order(Body body, int year, Instant now) {
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
        "bureau",
        now,
        thresholds(body),
        terms(body.rewards(), rulebook, dryRun, year),
        notice(body, publish, now));
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
      throw new ProblemException(
          Problem.badRequest(
              "body", "/noticeUntil", "字段 noticeUntil 只用于完成后即发布的计算（publish 为 true）"));
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
    return RunView.of(run, published(run.year()), clock.instant());
  }

  private @Nullable String published(int year) {
    return publications.of(year).map(Pointer::generation).orElse(null);
  }
}
