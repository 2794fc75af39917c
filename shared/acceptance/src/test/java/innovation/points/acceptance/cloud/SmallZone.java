package innovation.points.acceptance.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.desk.DeskHandler;
import innovation.points.desk.DeskSettings;
import innovation.points.ingest.IngestHandler;
import innovation.points.ingest.IngestSettings;
import innovation.points.local.events.Wiring;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.person.FourEyes;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.score.ScoreHandler;
import innovation.points.score.ScoreSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.table.TableShapes;
import innovation.points.testkit.MemoryBucket;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The handlers on given engines, wired as in the cloud, with a bucket for files and an API caller.
 */
final class SmallZone implements AutoCloseable {

  static final String BUCKET = "innovation-points-contract";
  static final String FACTS = "contract-facts";
  static final String SCORES = "contract-scores";
  static final String UPLOADS = "contract-uploads";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration QUIET = Duration.ofMinutes(5);
  private final ZoneEngines engines;
  private final InstantSource clock = InstantSource.system();
  private final Wiring wiring = new Wiring(clock, clock, 100);
  private final S3Presigner presigner =
      S3Presigner.builder()
          .region(LocalS3.REGION)
          .credentialsProvider(LocalS3.credentials())
          .build();
  private final LocalFunction lookup;
  private final LocalFunction recompute;
  private final LocalFunction desk;

  SmallZone(ZoneEngines engines) {
    this.engines = engines;
    engines.makeBucket(BUCKET);
    make(TableShapes.uploads(UPLOADS));
    lookup =
        function(
            "lookup",
            new LookupHandler(
                engines.tables("lookup"), clock, new LookupSettings(FACTS, SCORES, UPLOADS)));
    recompute =
        LocalFunction.of(
            "recompute",
            Duration.ofMinutes(15),
            clock,
            _ -> {},
            new RecomputeHandler(
                engines.tables("recompute"),
                new MemoryBucket(),
                "zone",
                _ -> {},
                clock,
                new RecomputeSettings(FACTS, SCORES, UPLOADS, FourEyes.OFF),
                Rulebooks.builtIn()));
    desk =
        function(
            "desk",
            new DeskHandler(
                engines.tables("desk"),
                engines.s3("desk"),
                presigner,
                clock,
                new DeskSettings(BUCKET, FACTS, SCORES, UPLOADS, FourEyes.REQUIRED),
                Rulebooks.builtIn()));
    wiring.start(
        engines.streams(),
        make(TableShapes.facts(FACTS)),
        make(TableShapes.scores(SCORES)),
        function(
            "ingest",
            new IngestHandler(
                engines.tables("ingest"),
                engines.s3("ingest"),
                clock,
                new IngestSettings(BUCKET, FACTS, UPLOADS, SCORES),
                wiring::send)),
        function(
            "score",
            new ScoreHandler(
                engines.tables("score"),
                clock,
                new ScoreSettings(FACTS, SCORES),
                Rulebooks.builtIn())),
        recompute,
        recompute,
        null);
  }

  private LocalFunction function(String name, RequestStreamHandler handler) {
    return LocalFunction.of(name, Duration.ofMinutes(5), clock, _ -> {}, handler);
  }

  /** Creates a table; returns its stream, if it has one. */
  private String make(CreateTableRequest table) {
    engines.tables().createTable(table);
    try (var waiter = engines.tables().waiter()) {
      waiter.waitUntilTableExists(wait -> wait.tableName(table.tableName()));
    }
    return Objects.requireNonNullElse(
        engines
            .tables()
            .describeTable(describe -> describe.tableName(table.tableName()))
            .table()
            .latestStreamArn(),
        "");
  }

  /** Puts a file, notifies the queue, and waits until all consequences are processed. */
  String put(String key, String content) throws Exception {
    String version =
        engines
            .s3()
            .putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content, UTF_8))
            .versionId();
    hint(key);
    settle();
    return version;
  }

  void delete(String key) throws Exception {
    engines.s3().deleteObject(delete -> delete.bucket(BUCKET).key(key));
    hint(key);
    settle();
  }

  /** Deletes a version for good, and all that was kept of it. */
  void forget(String key, String version) throws Exception {
    engines.s3().deleteObject(delete -> delete.bucket(BUCKET).key(key).versionId(version));
    engines
        .s3()
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix("reports/"))
        .contents()
        .stream()
        .filter(report -> report.key().contains(version))
        .forEach(
            report -> engines.s3().deleteObject(delete -> delete.bucket(BUCKET).key(report.key())));
    hint(key);
    settle();
  }

  void hint(String key) {
    ObjectNode message = JSON.createObjectNode();
    message
        .putArray("Records")
        .addObject()
        .putObject("s3")
        .putObject("object")
        .put("key", URLEncoder.encode(key, UTF_8));
    wiring.queue().send(message.toString());
  }

  void settle() throws Exception {
    wiring.awaitQuiet(QUIET);
    if (!wiring.failedBatches().isEmpty() || !wiring.queue().deadLetters().isEmpty()) {
      throw new AssertionError("something was given up");
    }
  }

  /** The body of an answer of lookup to the bureau. */
  JsonNode get(String path, Map<String, String> query) throws Exception {
    return call(lookup, "bureau", 200, "GET", path, query, "");
  }

  /** The body of an answer of recompute or, for publications, of the desk to the bureau. */
  JsonNode post(String path, int status, String body) throws Exception {
    return call(
        path.endsWith("/publication") ? desk : recompute,
        "bureau",
        status,
        "POST",
        path,
        Map.of(),
        body);
  }

  /** The body of an answer of the desk to a person of a group. */
  JsonNode as(String group, String method, String path, String body, int status) throws Exception {
    return call(desk, group, status, method, path, Map.of(), body);
  }

  private static JsonNode call(
      LocalFunction function,
      String group,
      int status,
      String method,
      String path,
      Map<String, String> query,
      String body)
      throws Exception {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("body", body);
    var parameters = event.putObject("queryStringParameters");
    query.forEach(parameters::put);
    event.put(
        "rawQueryString",
        String.join("&", query.entrySet().stream().map(Object::toString).toList()));
    event.putObject("headers").put("content-type", "application/json");
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "contract");
    context.putObject("http").put("method", method).put("path", path);
    context
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("sub", "somebody-of-" + group.replace(' ', '+'))
        .put("cognito:groups", "[%s]".formatted(group));
    JsonNode answer = JSON.readTree(function.invoke(event.toString().getBytes(UTF_8)));
    if (answer.path("statusCode").asInt() != status) {
      throw new AssertionError(method + " " + path + ": " + answer);
    }
    return JSON.readTree(answer.path("body").asText());
  }

  @Override
  public void close() {
    wiring.close();
    engines.close();
  }
}
