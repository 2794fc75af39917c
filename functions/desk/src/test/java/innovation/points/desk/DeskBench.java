package innovation.points.desk;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.desk.letters.HeldLetterKey;
import innovation.points.desk.letters.LetterKey;
import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.audit.TrailReader;
import innovation.points.store.audit.TrailSealer;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Run;
import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.MemoryBucket;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.time.OfficialTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The function beside recompute on fresh tables, with a clock that only tests move. */
final class DeskBench {
  /** The same in every zone, so that two of them can be compared. */
  private static final LetterKey FIRST_KEY = HeldLetterKey.made();

  static final Map<String, String> BUREAU = Map.of("cognito:groups", "[bureau]");
  static final Map<String, String> APPROVER = approver("sub-wang", "王芳");

  /** Where the portal is. */
  static final String ORIGIN = "https://points.example.gov.cn";

  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Signs without a server. */
  private static final S3Presigner PRESIGNER =
      S3Presigner.builder()
          .region(Region.CN_NORTH_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
          .build();

  private final S3Client s3;
  private final FourEyes fourEyes;
  final ZoneTables tables;
  final FactsZone zone;
  private final MemoryBucket bucket = new MemoryBucket();
  final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-04-01T00:00:00Z"));
  final Publications publications;
  final Runs runs;

  /** What signs letters. */
  private LetterKey letterKey = FIRST_KEY;

  /** The process that answers; a test may have it die. */
  FaultyClient process = FaultyClient.counting();

  private @Nullable DeskHandler desk;
  private @Nullable FaultyClient started;

  /** Without a bucket, and with two persons for everything. */
  DeskBench() {
    this(FourEyes.REQUIRED);
  }

  /** Without a bucket. */
  DeskBench(FourEyes fourEyes) {
    this(unreachable(), fourEyes);
  }

  /** With a bucket. */
  DeskBench(S3Client s3, FourEyes fourEyes) {
    this(s3, fourEyes, new ZoneTables());
  }

  /** With the tables of another one. */
  DeskBench(S3Client s3, FourEyes fourEyes, ZoneTables tables) {
    this.s3 = s3;
    this.fourEyes = fourEyes;
    this.tables = tables;
    this.zone = new FactsZone(tables);
    this.publications = new Publications(tables.client(), tables.scores());
    this.runs = new Runs(tables.client(), tables.scores());
  }

  private static S3Client unreachable() {
    return S3Client.builder()
        .region(Region.CN_NORTH_1)
        .endpointOverride(URI.create("http://127.0.0.1:1"))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** What the API answered. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, Map<String, String> headers, JsonNode body, byte[] bytes) {
    String detail() {
      return body.path("detail").asText();
    }
  }

  /** The claims of an approver's token. */
  static Map<String, String> approver(String sub, String name) {
    return person(sub, name, "[approver]");
  }

  /**
   * The claims of a person's token.
   *
   * @param groups as the gateway writes them: in brackets, with blanks between
   */
  static Map<String, String> person(String sub, String name, String groups) {
    return Map.of("sub", sub, "name", name, "cognito:groups", groups);
  }

  /** The claims of an enterprise's token. */
  static Map<String, String> enterprise(int number) {
    return Map.of("cognito:groups", "[enterprise]", "custom:uscc", FactsZone.uscc(number));
  }

  /**
   * What the audit trail says, oldest first: who, did what, to which run, how it ended, and why.
   */
  List<String> recorded() {
    seal();
    return new TrailReader(tables.client(), tables.scores())
        .list(null, null, _ -> true, 100, null).items().reversed().stream()
            .map(
                item ->
                    "%s %s %s %s %s"
                        .formatted(
                            item.person().name(),
                            item.action(),
                            item.object().replaceAll(".*/", ""),
                            item.result(),
                            item.reason()))
            .toList();
  }

  /** Seals what was added to the trail, and says how many items it was. */
  int seal() {
    return new TrailSealer(tables.client(), tables.scores(), time::get, OfficialTime.ZONE)
        .seal((_, _) -> {});
  }

  /** Time goes by. */
  void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  /** Writes down a run as the API would; it is not executed. */
  String order(int year, boolean publish, boolean dryRun) {
    pass(Duration.ofSeconds(1));
    String id = RunIds.requested(year, time.get(), "request");
    var order =
        new Run.Order(
            publish,
            null,
            dryRun,
            Approvals.PREPARES,
            time.get(),
            Thresholds.DEFAULT,
            RewardTerms.DEFAULT,
            null,
            0,
            "数据以后补齐");
    runs.order(Run.ordered(year, id, order));
    return id;
  }

  /** Has a run executed. */
  void execute(int year, String run) {
    invoke(
        recompute(),
        """
        {"Records":[{"eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
         "Keys":{"pk":{"S":"run#%d"},"sk":{"S":"%s"}},"SequenceNumber":"1"}}]}\
        """
            .formatted(year, run));
  }

  /** A generation of a year that is complete and not published. */
  String candidate(int year) {
    String run = order(year, false, false);
    execute(year, run);
    return run;
  }

  /** A generation of a year that its run has published. */
  String publish(int year) {
    String run = order(year, true, false);
    execute(year, run);
    return run;
  }

  /** The daily schedule of a day, in the morning. */
  void daily(String day) {
    Instant at = LocalDate.parse(day).atTime(8, 30).atZone(OfficialTime.ZONE).toInstant();
    time.set(at);
    invoke(recompute(), "{\"dailyTime\":\"%s\"}".formatted(at));
  }

  /** Has the draft say what a run of the year has computed, as the stream would have it. */
  void draft(int year, String run) {
    var scores = new ScoresTable(tables.client(), tables.scores());
    var rows = new ArrayList<ScoreRow>();
    for (ScoreRow row : scores.rows(run, RowFilter.ALL, 100, null).items()) {
      Card card = row.card();
      rows.add(
          new ScoreRow(
              new Card(
                  card.uscc(),
                  card.name(),
                  year,
                  null,
                  card.status(),
                  card.stage(),
                  card.total(),
                  card.categories(),
                  card.addition(),
                  null,
                  null,
                  card.rulebook(),
                  card.reasons(),
                  card.missing()),
              new ScoreRow.Listing(
                  row.industry(), row.cluster(), row.park(), row.grid(), row.coverage()),
              row.digest(),
              row.facts(),
              row.rewards(),
              row.evaluatedAt(),
              _ -> row.detail()));
    }
    scores.put(rows);
  }

  /** A run to be published, that is complete and waits. */
  String awaiting(Person by, @Nullable String override, RunCheck... checks) {
    pass(Duration.ofSeconds(1));
    Instant now = time.get();
    String id = RunIds.requested(2025, now, "request");
    var order = new Run.Order(true, null, false, by, now);
    runs.order(
        Run.ordered(2025, id, override == null ? order : Approvals.overriding(order, override)));
    RunLease lease = ((RunClaim.Held) runs.claim(2025, id, "w", now, now.plusSeconds(60))).lease();
    runs.begin(lease, new RulebookUsed("xinxiang-2022-110", "d"));
    var counts = new GenerationCounts(1, 1, 1, 0, 0, Map.of(), Map.of());
    var none = new RunChanges(null, 0, 0, 0, 0, 0, List.of());
    runs.complete(lease, counts, none, List.of(checks), null);
    runs.finish(lease, true, null, now, _ -> List.of());
    return id;
  }

  /** A draft as the intake makes it, in force from a day. */
  void draft(String id, String from) {
    String text =
        Rulebooks.named("xinxiang-2022-110")
            .text()
            .replaceFirst("(?m)^id: .*$", "id: " + id)
            .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: " + from);
    lives().save(RulebookLife.draft(id, "v1", time.get(), text, 0, List.of()), List.of());
  }

  RulebookLives lives() {
    return new RulebookLives(tables.client(), tables.scores());
  }

  @Nullable String published(int year) {
    return publications.of(year).map(Pointer::generation).orElse(null);
  }

  /** A call of the desk with a token. */
  Answer call(String method, String address, @Nullable String body, Map<String, String> claims) {
    return call(method, address, body, claims, null);
  }

  /**
   * A call of the desk with a token.
   *
   * @param key that makes it repeatable; null: none
   */
  Answer call(
      String method,
      String address,
      @Nullable String body,
      Map<String, String> claims,
      @Nullable String key) {
    ObjectNode event = event(method, address, body);
    if (key != null) {
      ((ObjectNode) event.path("headers")).put("idempotency-key", key);
    }
    ObjectNode token =
        ((ObjectNode) event.path("requestContext"))
            .putObject("authorizer")
            .putObject("jwt")
            .putObject("claims");
    token.put("sub", "somebody");
    claims.forEach(token::put);
    return answer(event.toString());
  }

  /** A file or text that the desk answers with. */
  String text(String address, Map<String, String> claims) {
    ObjectNode event = event("GET", address, null);
    ObjectNode token =
        ((ObjectNode) event.path("requestContext"))
            .putObject("authorizer")
            .putObject("jwt")
            .putObject("claims");
    claims.forEach(token::put);
    return invoke(desk(), event.toString()).path("body").asText();
  }

  /** The body of a call that publishes a run. */
  static String publication(String run, @Nullable String reason, @Nullable String until) {
    return "{\"generation\":\"%s\"%s%s}"
        .formatted(
            run,
            reason == null ? "" : ",\"override\":{\"reason\":\"%s\"}".formatted(reason),
            until == null ? "" : ",\"noticeUntil\":\"%s\"".formatted(until));
  }

  Answer callWithoutToken(String method, String address, @Nullable String body) {
    return answer(event(method, address, body).toString());
  }

  /** What the desk answers to an event of the gateway. */
  Answer answer(String event) {
    JsonNode answer = invoke(desk(), event);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer.path("headers").forEachEntry((name, value) -> headers.put(name, value.asText()));
    int status = answer.path("statusCode").asInt();
    String body = answer.path("body").asText();
    return answer.path("isBase64Encoded").asBoolean()
        ? new Answer(status, headers, NullNode.getInstance(), Base64.getDecoder().decode(body))
        : new Answer(status, headers, tree(body), new byte[0]);
  }

  /** From now on another key signs letters. */
  void changeLetterKey() {
    letterKey = HeldLetterKey.made();
    desk = null;
  }

  private synchronized DeskHandler desk() {
    DeskHandler running = desk;
    if (running == null || started != process) {
      running = start();
      desk = running;
      started = process;
    }
    return running;
  }

  private DeskHandler start() {
    return new DeskHandler(
        process.of(tables.client()),
        process.of(s3),
        PRESIGNER,
        letterKey,
        time::get,
        new DeskSettings(
                TestBucket.NAME, tables.facts(), tables.scores(), tables.uploads(), fourEyes)
            .at(ORIGIN),
        Rulebooks::builtIn,
        this::pass);
  }

  private RecomputeHandler recompute() {
    var settings =
        new RecomputeSettings(tables.facts(), tables.scores(), tables.uploads(), FourEyes.OFF)
            .paced(Duration.ZERO, 1);
    return new RecomputeHandler(
        tables.client(), bucket, "zone", _ -> {}, time::get, settings, Rulebooks.builtIn());
  }

  private static ObjectNode event(String method, String address, @Nullable String body) {
    String[] parts = address.split("\\?", 2);
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("rawPath", parts[0]);
    event.put("rawQueryString", parts.length > 1 ? parts[1] : "");
    event.putObject("headers").put("content-type", "application/json");
    event
        .putObject("requestContext")
        .put("requestId", "r" + REQUESTS.incrementAndGet())
        .putObject("http")
        .put("method", method)
        .put("path", parts[0]);
    event.put("body", body);
    return event;
  }

  private static JsonNode invoke(RequestStreamHandler handler, String event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          out,
          new TestContext("desk", 29_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree(out.toString(StandardCharsets.UTF_8));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json.isEmpty() ? "null" : json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
