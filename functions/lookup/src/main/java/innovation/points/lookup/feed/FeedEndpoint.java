package innovation.points.lookup.feed;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Recent;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.Runs;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /v1/feed.atom}: publications, corrections and rulebooks, the newest {@value #MOST}.
 * Says nothing of who decided and why, nor of runs that were never published. Read at most once a
 * second: one Query a published year and one for the rulebooks.
 */
public final class FeedEndpoint implements Calls {

  static final String PATH = "/v1/feed.atom";

  private static final int MOST = 50;

  /** Of a year that are looked at, the newest. */
  private static final int MOST_RUNS = 1000;

  private static final String RULES = "/rules";
  private static final String NOBODY = "企业创新积分系统";

  private final Pointers pointers;
  private final Runs runs;
  private final KnownRulebooks rules;
  private final RulebookLives lives;
  private final Settings settings;
  private final Recent<String> document;

  public FeedEndpoint(
      Pointers pointers,
      Runs runs,
      KnownRulebooks rules,
      RulebookLives lives,
      Settings settings,
      InstantSource time) {
    this.pointers = pointers;
    this.runs = runs;
    this.rules = rules;
    this.lives = lives;
    this.settings = settings;
    this.document = new Recent<>(this::read, time);
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get(PATH, this::get);
  }

  public Response get(Request request) {
    request.parameters().verify();
    String feed = document.get();
    var etag = new ETag(Tags.digest(feed) + "-feed");
    return request.has(etag)
        ? Response.notModified(etag, Caching.PUBLIC)
        : Response.text(AtomFeed.MEDIA_TYPE, feed).with(etag).with(Caching.PUBLIC);
  }

  private String read() {
    List<FeedEntry> entries =
        Stream.concat(pointers.all().stream().flatMap(this::ofYear), ofRulebooks())
            .sorted(Comparator.comparing(FeedEntry::at).reversed().thenComparing(FeedEntry::id))
            .limit(MOST)
            .toList();
    String office = settings.zone().office();
    return AtomFeed.of(office.isEmpty() ? NOBODY : office, entries);
  }

  /** The first publication of a year, and those that took its place. */
  private Stream<FeedEntry> ofYear(Pointer pointer) {
    record Published(Run run, RunDecision decision) {}
    List<Published> published =
        StoredPage.<Run>upTo(
                MOST_RUNS, null, (limit, after) -> runs.list(pointer.year(), limit, after))
            .items()
            .stream()
            .flatMap(
                run ->
                    run.decisions().stream()
                        .filter(FeedEndpoint::publishes)
                        .map(decision -> new Published(run, decision)))
            .sorted(Comparator.comparing(one -> one.decision().at()))
            .toList();
    var entries = new ArrayList<FeedEntry>();
    for (Published one : published) {
      entries.add(entry(one.run(), one.decision(), entries.isEmpty()));
    }
    return entries.stream();
  }

  private static boolean publishes(RunDecision decision) {
    return decision.kind() == RunDecision.Kind.PUBLISHED
        || decision.kind() == RunDecision.Kind.RESTORED;
  }

  private FeedEntry entry(Run run, RunDecision decision, boolean first) {
    var summary = new StringBuilder();
    var counts = run.counts();
    if (counts != null) {
      summary.append("公布总分和排名的企业 ").append(counts.ranked()).append(" 家");
    }
    var used = run.rulebook();
    if (used != null) {
      summary.append("，按《").append(title(used)).append("》计算");
    }
    summary.append("。");
    if (decision.noticeUntil() != null) {
      summary.append("公示至 ").append(decision.noticeUntil()).append("。");
    }
    return new FeedEntry(
        "urn:innovation-points:publication:%d:%s:%d"
            .formatted(run.year(), run.id(), decision.at().toEpochMilli()),
        run.year() + (first ? " 年度企业创新积分结果公布" : " 年度企业创新积分结果更正"),
        decision.at(),
        summary.toString(),
        "/ranking?year=" + run.year());
  }

  private String title(Run.RulebookUsed used) {
    return rules.withDigest(used.id(), used.digest()).map(Rulebook::title).orElse(used.id());
  }

  /** Those that govern, and those that did and were withdrawn. */
  private Stream<FeedEntry> ofRulebooks() {
    Map<String, RulebookLife> stored =
        lives.all().stream().collect(Collectors.toMap(RulebookLife::id, Function.identity()));
    Stream<FeedEntry> builtIn =
        rules.all().stream()
            .filter(rulebook -> !stored.containsKey(rulebook.id()))
            .map(
                rulebook ->
                    new FeedEntry(
                        id(rulebook.id(), "built-in"),
                        "评价规则：" + rulebook.title(),
                        rulebook.effectiveFrom().atStartOfDay(OfficialTime.ZONE).toInstant(),
                        "自 %s 起施行。".formatted(rulebook.effectiveFrom()),
                        RULES));
    return Stream.concat(builtIn, stored.values().stream().flatMap(FeedEndpoint::ofLife));
  }

  private static Stream<FeedEntry> ofLife(RulebookLife life) {
    var entries = new ArrayList<FeedEntry>();
    boolean governed = false;
    for (RulebookStep step : life.steps()) {
      boolean approved = step.state().equals(RulebookState.APPROVED.id());
      if (approved || (governed && step.state().equals(RulebookState.WITHDRAWN.id()))) {
        governed = true;
        entries.add(step(life, step, approved));
      }
    }
    return entries.stream();
  }

  private static FeedEntry step(RulebookLife life, RulebookStep step, boolean approved) {
    String title = life.rulebook().map(Rulebook::title).orElse(life.id());
    String summary =
        approved
            ? life.rulebook()
                .map(rulebook -> "自 %s 起施行。".formatted(rulebook.effectiveFrom()))
                .orElse("")
            : "不再用于计算；已公布的结果不变。";
    return new FeedEntry(
        id(life.id(), step.state() + ":" + step.at().toEpochMilli()),
        (approved ? "评价规则批准：" : "评价规则停用：") + title,
        step.at(),
        summary,
        RULES);
  }

  private static String id(String rulebook, String what) {
    return "urn:innovation-points:rulebook:%s:%s".formatted(rulebook, what);
  }
}
