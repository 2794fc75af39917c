package innovation.points.recompute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.person.FourEyes;
import innovation.points.recompute.run.RunBucket;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.Audits;
import innovation.points.store.mail.Mail;
import innovation.points.store.mail.MailTopic;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.MemoryBucket;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.event.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function on fresh tables, with a clock that only tests move. */
final class RecomputeBench {

  static final String BUREAU = "\"cognito:groups\":\"[bureau]\"";

  private static final int TIMEOUT = 900_000;
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final ObjectMapper JSON = new ObjectMapper();

  final ZoneTables tables = new ZoneTables();
  final FactsZone zone = new FactsZone(tables);
  final MemoryBucket bucket = new MemoryBucket();
  final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-04-01T00:00:00Z"));
  final ScoresTable scores = new ScoresTable(tables.client(), tables.scores());
  final Rankings rankings = new Rankings(tables.client(), tables.scores());
  final Audits audits = new Audits(tables.client(), tables.scores());
  final Publications publications = new Publications(tables.client(), tables.scores());
  final Runs runs = new Runs(tables.client(), tables.scores());

  /** What was sent by mail. */
  final List<Mail> mails = new CopyOnWriteArrayList<>();

  /** Where mails go. */
  MailTopic topic = mails::add;

  /** Where nothing else is said, who orders a run publishes it. */
  FourEyes fourEyes = FourEyes.OFF;

  /** What the API answered. */
  record Answer(int status, Map<String, String> headers, JsonNode body) {}

  /** An invocation on the engine itself. */
  RecomputeHandler handler() {
    return handler(tables.client());
  }

  RecomputeHandler handler(DynamoDbClient client) {
    return handler(client, this::pass);
  }

  RecomputeHandler handler(DynamoDbClient client, Deadline.Pause pause) {
    return handler(client, pause, Rulebooks.builtIn());
  }

  /** A build that comes with other rulebooks. */
  RecomputeHandler build(List<Rulebook> builtIn) {
    return handler(tables.client(), this::pass, builtIn);
  }

  private RecomputeHandler handler(
      DynamoDbClient client, Deadline.Pause pause, List<Rulebook> builtIn) {
    var settings =
        new RecomputeSettings(tables.facts(), tables.scores(), tables.uploads(), fourEyes)
            // One segment, so that the calls of a run always come in the same order.
            .paced(Duration.ofSeconds(1), 1);
    return new RecomputeHandler(
        client,
        RunBucket.of(bucket, "zone"),
        mail -> topic.send(mail),
        time::get,
        settings,
        () -> builtIn,
        pause);
  }

  /** What is on record about a run and not sealed yet, and how often: action and result. */
  List<String> recorded(String run) {
    return tables
        .client()
        .queryPaginator(
            query ->
                query
                    .tableName(tables.scores())
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("trail-open"))))
        .items()
        .stream()
        .map(item -> tree(item.getOrDefault("open", AttributeValue.fromS("")).s()).path("entry"))
        .filter(entry -> entry.path("object").asText().endsWith(run))
        .map(entry -> entry.path("action").asText() + " " + entry.path("result").asText())
        .toList();
  }

  Instant time() {
    return time.get();
  }

  /** Time goes by. */
  void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  /** Writes down a run as the API would. */
  String order(int year, boolean publish) {
    return order(year, publish, false);
  }

  String order(int year, boolean publish, boolean dryRun) {
    pass(Duration.ofSeconds(1));
    String id = RunIds.requested(year, time.get(), "request");
    var order = new Run.Order(publish, null, dryRun, Approvals.PREPARES, time.get());
    runs.order(Run.ordered(year, id, publish ? Approvals.overriding(order, "数据以后补齐") : order));
    return id;
  }

  /** Shows the function a run on the stream. */
  void stream(RecomputeHandler handler, int year, String run) {
    invoke(
        handler,
        """
        {"Records":[{"eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
         "Keys":{"pk":{"S":"run#%d"},"sk":{"S":"%s"}},"SequenceNumber":"1"}}]}\
        """
            .formatted(year, run));
  }

  /** Orders a run that publishes, and executes it. */
  String publish(int year) {
    String run = order(year, true);
    stream(handler(), year, run);
    return run;
  }

  Run run(int year, String id) {
    return runs.find(year, id).orElseThrow();
  }

  @Nullable String published(int year) {
    return publications.of(year).map(Pointer::generation).orElse(null);
  }

  ScoreRow row(String generation, String uscc) {
    return scores.row(generation, uscc).orElseThrow();
  }

  /** All rows of a generation by enterprise. */
  Map<String, ScoreRow> rows(String generation) {
    var rows = new TreeMap<String, ScoreRow>();
    String after = null;
    do {
      var page = scores.rows(generation, RowFilter.ALL, 100, after);
      page.items().forEach(row -> rows.put(row.uscc(), row));
      after = page.next();
    } while (after != null);
    return rows;
  }

  /** What a row of a generation weighs in the table, in bytes. */
  int size(String generation, String uscc) {
    var partition = "gen#%s#%d".formatted(generation, Math.floorMod(uscc.hashCode(), 8));
    var key = Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(uscc));
    var item = tables.client().getItem(get -> get.tableName(tables.scores()).key(key)).item();
    int size = 0;
    for (var attribute : item.entrySet()) {
      size += attribute.getKey().length() + size(attribute.getValue());
    }
    return size;
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      default -> throw new IllegalStateException("unexpected attribute " + value.type());
    };
  }

  Answer call(String method, String path, @Nullable String body, String claims) {
    return request(method, path, body, authorizer(claims));
  }

  /** The same as a person, with a key that makes its repetition the same call. */
  Answer keyed(String path, String body, String sub, String key) {
    String event =
        event("POST", path, body, authorizer(BUREAU).replace("somebody", sub))
            .replace("\"headers\":{", "\"headers\":{\"idempotency-key\":\"%s\",".formatted(key));
    return answer(invoke(handler(), event));
  }

  /** What the bureau downloads. */
  String file(String path) {
    return invoke(handler(), event("GET", path, null, authorizer(BUREAU))).path("body").asText();
  }

  private static String authorizer(String claims) {
    return "\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"somebody\",%s},\"scopes\":null}},"
        .formatted(claims);
  }

  Answer callWithoutToken(String method, String path, @Nullable String body) {
    return request(method, path, body, "");
  }

  private static String event(
      String method, String path, @Nullable String body, String authorizer) {
    int query = path.indexOf('?');
    return """
    {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"%s",
     "headers":{"content-type":"application/json"},
     "requestContext":{%s"requestId":"%s","stage":"$default",
      "http":{"method":"%s","path":"%s","protocol":"HTTP/1.1"}},
     "body":%s,"isBase64Encoded":false}\
    """
        .formatted(
            query < 0 ? path : path.substring(0, query),
            query < 0 ? "" : path.substring(query + 1),
            authorizer,
            "r" + REQUESTS.incrementAndGet(),
            method,
            path,
            body == null ? "null" : quoted(body));
  }

  private Answer request(String method, String path, @Nullable String body, String authorizer) {
    return answer(invoke(handler(), event(method, path, body, authorizer)));
  }

  private static Answer answer(JsonNode answer) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer.path("headers").forEachEntry((name, value) -> headers.put(name, value.asText()));
    return new Answer(
        answer.path("statusCode").asInt(), headers, tree(answer.path("body").asText()));
  }

  JsonNode invoke(RecomputeHandler handler, String event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          out,
          new TestContext("recompute", TIMEOUT));
      return tree(out.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json.isEmpty() ? "null" : json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
