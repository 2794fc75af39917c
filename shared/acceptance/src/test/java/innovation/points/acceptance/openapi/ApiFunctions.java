package innovation.points.acceptance.openapi;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.key.UploadKey;
import innovation.points.desk.DeskHandler;
import innovation.points.desk.DeskSettings;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.grants.Grant;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.grants.Grants;
import innovation.points.store.settings.BankList;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.Approvals;
import innovation.points.upload.UploadHandler;
import innovation.points.upload.UploadSettings;
import innovation.points.upload.announce.PendingUpload;
import innovation.points.web.route.DeclaredRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The functions of the API on tables that begin empty, called as by a gateway with the claims of a
 * verified token. Without a bucket: a call that accesses it fails.
 */
final class ApiFunctions implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(29);
  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);
  private final S3Presigner presigner =
      S3Presigner.builder()
          .region(Region.CN_NORTH_1)
          .credentialsProvider(LocalS3.credentials())
          .build();
  private final S3Client s3 =
      S3Client.builder()
          .region(Region.CN_NORTH_1)
          .endpointOverride(URI.create("http://127.0.0.1:1"))
          .credentialsProvider(LocalS3.credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final UploadHandler upload =
      new UploadHandler(
          tables.client(),
          s3,
          presigner,
          InstantSource.system(),
          new UploadSettings("bucket", LocalDynamoDb.UPLOADS, LocalDynamoDb.SCORES));
  private final LookupHandler lookup =
      new LookupHandler(
          tables.client(),
          InstantSource.system(),
          new LookupSettings(LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS));
  private final RecomputeHandler recompute =
      new RecomputeHandler(
          tables.client(),
          s3,
          "bucket",
          _ -> {},
          InstantSource.system(),
          new RecomputeSettings(
              LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS, FourEyes.REQUIRED),
          Rulebooks.builtIn());
  private final DeskHandler desk =
      new DeskHandler(
          tables.client(),
          s3,
          presigner,
          InstantSource.system(),
          new DeskSettings(
              "bucket",
              LocalDynamoDb.FACTS,
              LocalDynamoDb.SCORES,
              LocalDynamoDb.UPLOADS,
              FourEyes.REQUIRED),
          Rulebooks.builtIn());

  /** The client of a bank's program that the zone admits. */
  static final String CLIENT = "risk-1";

  private final Map<String, LocalFunction> functions =
      Map.of(
          "upload", function("upload", upload),
          "recompute", function("recompute", recompute),
          "desk", function("desk", desk),
          "lookup", function("lookup", lookup));

  private static LocalFunction function(String name, RequestStreamHandler handler) {
    return LocalFunction.of(name, TIMEOUT, InstantSource.system(), _ -> {}, handler);
  }

  ApiFunctions() {
    var list =
        new BankList(List.of(new BankList.Admitted("icbc", "工商银行", List.of(CLIENT), null, null)));
    var settings = new Settings(tables.client(), LocalDynamoDb.SCORES);
    var inForce =
        new Setting.InForce(
            StoredJson.write(list), "v1", Approvals.PREPARES, Approvals.DECIDES, Instant.EPOCH);
    settings.save(settings.find(SettingFile.BANKS.key()).decided(inForce), List.of());
  }

  /** Lets the bank read all of an enterprise. */
  void grant(String uscc) {
    var grants = new Grants(tables.client(), LocalDynamoDb.SCORES);
    LocalDate until = LocalDate.parse("2999-12-31");
    for (GrantScope scope : GrantScope.values()) {
      grants.give(
          new Grant(scope.id(), uscc, "icbc", scope, until, "贷款审查", Instant.EPOCH, null),
          until,
          List.of());
    }
  }

  /** The API's document. */
  JsonNode document() {
    try {
      return OpenApiDocuments.served(lookup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Announces a file under each key, which nobody puts.
   *
   * @return the uploads' ids by the names of the keys
   */
  Map<String, String> announced(Map<String, String> keys) {
    var uploads = new UploadsTable(tables.client(), LocalDynamoDb.UPLOADS);
    return keys.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, named -> announced(uploads, named.getValue())));
  }

  private static String announced(UploadsTable uploads, String key) {
    if (UploadKey.parse(key) instanceof UploadKey parsed) {
      return uploads
          .announce(PendingUpload.of(parsed, 1, "0".repeat(64), Instant.EPOCH), Person.S3)
          .id();
    }
    throw new IllegalArgumentException("expected the key of an upload, found " + key);
  }

  /**
   * The status of a call's answer. The body of a POST is never valid.
   *
   * @param route whose function is called
   * @param address path and query
   * @param claims of the caller's token; empty without one
   */
  int status(DeclaredRoute route, String method, String address, Map<String, String> claims) {
    LocalFunction function =
        Objects.requireNonNull(functions.get(route.function()), route.function());
    try {
      byte[] event = event(method, address, claims).toString().getBytes(StandardCharsets.UTF_8);
      return JSON.readTree(function.invoke(event)).path("statusCode").asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvocationException e) {
      throw new AssertionError(route.key(), e);
    }
  }

  private static ObjectNode event(String method, String address, Map<String, String> claims) {
    String[] parts = address.split("\\?", 2);
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("rawPath", parts[0]);
    event.put("rawQueryString", parts.length > 1 ? parts[1] : "");
    event.putObject("headers").put("content-type", "application/json");
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "request-1");
    context.putObject("http").put("method", method).put("path", parts[0]);
    if (!claims.isEmpty()) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      claims.forEach(jwt.putObject("claims")::put);
    }
    if (method.equals("POST")) {
      event.put("body", "{\"unknown\":1}");
    }
    return event;
  }

  @Override
  public void close() {
    s3.close();
    presigner.close();
    tables.close();
  }
}
