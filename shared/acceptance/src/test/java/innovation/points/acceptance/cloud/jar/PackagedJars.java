package innovation.points.acceptance.cloud.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.ReachableEngines;
import innovation.points.acceptance.cloud.jar.RuntimeApi.Answer;
import innovation.points.acceptance.cloud.template.Template;
import innovation.points.local.LocalDynamoDb;
import innovation.points.testkit.Repository;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The jars as deployed, each in a separate process under Lambda's runtime client, with exactly the
 * template's environment, on engines of whichever provider.
 */
abstract class PackagedJars {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUCKET = "innovation-points";
  private static final String USCC = "91350100M000100Y43";
  private static final String OPERATIONS = "uploads/tax/operations/2025/2025年度经营情况 (1).csv";
  private static final String ROSTER = "uploads/science/enterprises/2025/企业名录.csv";

  private final Template template = Template.read();

  @TempDir private Path folder;
  private @Nullable ReachableEngines started;

  PackagedJars() throws IOException {}

  /** Empty engines; skips the test where they are missing. */
  abstract ReachableEngines start(Path log) throws Exception;

  @BeforeEach
  void startTheEngines() throws Exception {
    started = start(folder.resolve("engines.log"));
    engines().makeBucket(BUCKET);
  }

  @AfterEach
  void stopTheEngines() {
    if (started != null) {
      started.close();
    }
  }

  private ReachableEngines engines() {
    return Objects.requireNonNull(started);
  }

  @Test
  void uploadAnswers() throws Exception {
    try (var upload = start("upload")) {
      JsonNode datasets = http(upload, "upload/datasets", 200);
      assertThat(datasets.path("items")).hasSize(15);

      JsonNode announced = http(upload, "upload/announce", 201);
      assertThat(announced.path("key").asText())
          .isEqualTo("uploads/tax/operations/2025/2025年度经营情况.csv");
      assertThat(announced.at("/put/url").asText())
          .startsWith(engines().s3Address().toString())
          .contains("X-Amz-Signature=");

      http(upload, "upload/announce-not-owned", 403);

      JsonNode reported = http(upload, "upload/self-report", 201);
      assertThat(object(reported.path("key").asText())).contains("91350100M000100Y43,,1500,");
      JsonNode ordered = http(upload, "upload/rebuild", 202);
      assertThat(object("rebuilds/" + ordered.path("id").asText() + ".json"))
          .isEqualTo("{\"dryRun\":true}");

      JsonNode template = answer(upload, "upload/template");
      assertThat(template.path("statusCode").asInt()).isEqualTo(200);
      assertThat(template.path("isBase64Encoded").asBoolean()).isTrue();
      assertThat(template.path("body").asText()).as("a zip").startsWith("UEsDB");
    }
  }

  @Test
  void portalAnswers() throws Exception {
    try (var portal = start("portal")) {
      JsonNode home = answer(portal, "portal/home");
      assertThat(home.path("statusCode").asInt()).isEqualTo(200);
      assertThat(home.at("/headers/Content-Type").asText()).startsWith("text/html");

      JsonNode unknown = answer(portal, "portal/unknown-call");
      assertThat(unknown.path("statusCode").asInt()).isEqualTo(404);
      assertThat(unknown.at("/headers/Content-Type").asText())
          .startsWith("application/problem+json");
    }
  }

  @Test
  void otherMessagesAreReturnedAndTestEventsAreNot() throws Exception {
    try (var ingest = start("ingest")) {
      assertThat(ok(ingest.invoke(event("ingest/test-event"))).path("batchItemFailures")).isEmpty();
      assertThat(ok(ingest.invoke(event("ingest/not-a-message"))).path("batchItemFailures"))
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure.path("itemIdentifier").asText())
                      .isEqualTo("059f36b4-87a3-44ab-83d2-661975478001"));
    }
  }

  @Test
  void aFileBecomesAPublishedYear() throws Exception {
    try (var ingest = start("ingest")) {
      put(ROSTER, "统一社会信用代码,企业名称,成立日期,行业代码\n" + USCC + ",虚构企业,2018-05-01,C3464\n");
      put(OPERATIONS, "统一社会信用代码,营业收入(万元),研发费用(万元)\n" + USCC + ",1500,120\n");
      for (String key : List.of(ROSTER, OPERATIONS)) {
        String hint = event("ingest/file-uploaded").replace(encoded(OPERATIONS), encoded(key));
        assertThat(ok(ingest.invoke(hint)).path("batchItemFailures")).as(ingest.log()).isEmpty();
      }
      assertThat(metrics(ingest, "RowsAccepted")).hasSize(2);
    }
    assertThat(items(LocalDynamoDb.FACTS, "uscc", USCC)).hasSize(2);

    try (var score = start("score")) {
      JsonNode answer = ok(score.invoke(event("score/facts-changed")));
      assertThat(answer.path("batchItemFailures")).as(score.log()).isEmpty();
      assertThat(metrics(score, "DraftLag")).hasSize(1);
    }
    String shard = "draft#2025#" + Math.floorMod(USCC.hashCode(), 8);
    assertThat(items(LocalDynamoDb.SCORES, "pk", shard))
        .singleElement()
        .satisfies(row -> assertThat(row.get("status")).isEqualTo(AttributeValue.fromS("scored")));

    try (var recompute = start("recompute")) {
      http(recompute, "recompute/start-without-right", 403);
      http(recompute, "recompute/start", 202);
      List<Map<String, AttributeValue>> runs = items(LocalDynamoDb.SCORES, "pk", "run#2025");
      assertThat(runs).hasSize(1);
      String run = Objects.requireNonNull(runs.getFirst().get("sk")).s();
      ok(recompute.invoke(event("recompute/run-ordered").replace("{run}", run)));
      String folder = "published/2025/" + run + "/";
      // Of a roster of one, the report tells no number.
      JsonNode report = JSON.readTree(object(folder + "report.json"));
      assertThat(report.path("year").asInt()).isEqualTo(2025);
      assertThat(report.at("/overview/roster").isNull()).isTrue();
      byte[] pdf =
          engines()
              .s3()
              .getObjectAsBytes(get -> get.bucket(BUCKET).key(folder + "report.pdf"))
              .asByteArray();
      assertThat(pdf).startsWith("%PDF-".getBytes(UTF_8));
      assertThat(metrics(recompute, "RunsFinished")).hasSize(1);
      decide(run);

      JsonNode scheduled = ok(recompute.invoke(event("recompute/scheduled")));
      assertThat(scheduled.path("run").asText()).isNotEmpty();
      assertThat(items(LocalDynamoDb.SCORES, "pk", "run#2025")).as("the year before").hasSize(2);
    }

    try (var lookup = start("lookup")) {
      JsonNode years = http(lookup, "lookup/years", 200);
      assertThat(years.path("items"))
          .singleElement()
          .satisfies(year -> assertThat(year.path("year").asInt()).isEqualTo(2025));
    }
  }

  /** The bureau sets a notice period; an enterprise without a public score asks for a letter. */
  private void decide(String run) throws Exception {
    try (var desk = start("desk")) {
      // The packaged function has the clock of the machine, and a notice period lies ahead.
      String until = LocalDate.now(OfficialTime.ZONE).plusDays(7).toString();
      JsonNode published =
          ok(
              desk.invoke(
                  event("desk/publication").replace("{run}", run).replace("2026-04-10", until)));
      assertThat(published.path("statusCode").asInt()).as(desk.log()).isEqualTo(200);
      String asked = event("desk/letter").replace(PublishedCard.USCC, USCC);
      JsonNode letter = ok(desk.invoke(asked));
      // Too little is known of the enterprise to rank it.
      assertThat(letter.path("statusCode").asInt()).as(desk.log()).isEqualTo(404);
      assertThat(letter.path("body").asText()).contains("本企业在 2025 年度没有公开的积分结果，不能出具参考函");
    }
  }

  /** Lines with a metric, which CloudWatch recognizes only without a prefix from the runtime. */
  private static List<JsonNode> metrics(PackagedFunction function, String name) throws IOException {
    var found = new ArrayList<JsonNode>();
    for (String line : function.log().lines().filter(line -> line.contains(name)).toList()) {
      assertThat(line).startsWith("{");
      found.add(JSON.readTree(line));
    }
    return found;
  }

  private PackagedFunction start(String name) throws IOException {
    var function = template.function(name);
    Path jar = Jars.of(function);
    Map<String, String> values =
        LocalVariables.of(BUCKET, engines().tablesAddress(), engines().s3Address());
    var variables = new HashMap<>(values);
    variables.keySet().removeIf(variable -> !variable.startsWith("AWS_"));
    function
        .property("/Environment/Variables")
        .fieldNames()
        .forEachRemaining(
            variable ->
                variables.put(
                    variable,
                    Objects.requireNonNull(
                        values.get(variable), "say in LocalVariables what " + variable + " is")));
    return PackagedFunction.start(
        function, jar, variables, Files.createDirectory(folder.resolve(name)));
  }

  private String object(String key) {
    return engines().s3().getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
  }

  private void put(String key, String content) {
    engines()
        .s3()
        .putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content, UTF_8));
  }

  private List<Map<String, AttributeValue>> items(String table, String key, String value) {
    return engines()
        .tables()
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#key = :value")
                    .expressionAttributeNames(Map.of("#key", key))
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
        .items();
  }

  private static String event(String name) throws IOException {
    return Files.readString(Repository.root().resolve("events/" + name + ".json"));
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
  }

  /** The body of an HTTP answer with an expected status. */
  private static JsonNode http(PackagedFunction function, String event, int status)
      throws IOException, InterruptedException {
    JsonNode answer = answer(function, event);
    assertThat(answer.path("statusCode").asInt())
        .as("%s%n%s", answer, function.log())
        .isEqualTo(status);
    return JSON.readTree(answer.path("body").asText());
  }

  private static JsonNode answer(PackagedFunction function, String event)
      throws IOException, InterruptedException {
    return ok(function.invoke(event(event)));
  }

  private static JsonNode ok(Answer answer) throws IOException {
    assertThat(answer).as(answer.body()).isInstanceOf(Answer.Response.class);
    return JSON.readTree(answer.body());
  }
}
