package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.BureauClient;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.RebuildMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The path of a file from upload to the published ranking, over HTTP and S3 only. One stack; the
 * steps build on each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadEndToEndTest {

  private static final String ONE = "91410700XN2076766U";
  private static final String TWO = "91410700XN1997571R";
  private static final Duration QUIET = Duration.ofMinutes(4);

  /** Within this the draft has followed a file, however busy the machine; usual is a second. */
  private static final Duration DRAFT = Duration.ofSeconds(30);

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  private final ApiClient api = new ApiClient(stack);
  private final HttpClient http = HttpClient.newHttpClient();
  private final String tax = stack.token(List.of("department"), "tax", null);
  private final String enterpriseOne = stack.token(List.of("enterprise"), null, ONE);

  @BeforeAll
  void uploadWhatDoesNotChange() throws Exception {
    for (int year : List.of(2024, 2025)) {
      put(
          "science/enterprises/%d/roster.csv".formatted(year),
          """
          uscc,name,registeredOn,industry,cluster
          %s,虚构一号公司,2018-05-06,C3464,高端装备制造
          %s,虚构二号公司,2019-07-08,C2770,生物医药
          """
              .formatted(ONE, TWO));
      put(
          "hr/workforce/%d/workforce.csv".formatted(year),
          """
          uscc,staff,techStaff,postgraduates,bachelors,freshGraduates,foreignStaff
          %s,%d,30,10,60,5,1
          %s,80,16,4,40,0,0
          """
              .formatted(ONE, 100 + year - 2024, TWO));
      put(
          "tax/operations/%d/operations.csv".formatted(year),
          """
          uscc,revenue,highTechRevenue,rdExpense,rdTaxRelief,netProfit,costs,netAssets,totalProfit
          %s,%d,900,120,20,200,1300,3000,260
          %s,700,300,40,5,50,640,900,60
          """
              .formatted(ONE, 1500 + 100 * (year - 2024), TWO));
      put("commerce/trade/%d/trade.csv".formatted(year), "uscc,exports\n%s,35\n".formatted(ONE));
      put(
          "market/intellectual-property/%d/ip.csv".formatted(year),
          "uscc,inventionApplications,pctApplications,inventionGrants,standards\n%s,2,0,1,0\n"
              .formatted(ONE));
      put(
          "finance/investment/%d/investment.csv".formatted(year),
          "uscc,ventureCapital,holdings\n%s,0,1\n".formatted(ONE));
      put(
          "science/technology-contracts/%d/contracts.csv".formatted(year),
          "uscc,contract,kind,amount,university\n%s,HT-1,技术开发,500,是\n".formatted(ONE));
    }
    put(
        "science/qualifications/2025/certificates.csv",
        "uscc,certificate,kind,validFrom,validTo,lapsed\n%s,GR1,高新技术企业,2025-03-01,2028-02-28,否\n"
            .formatted(ONE));
    stack.wiring().awaitQuiet(QUIET);
    assertThat(stack.wiring().queue().deadLetters()).isEmpty();
    assertThat(stack.wiring().failedBatches()).isEmpty();
  }

  @AfterAll
  void stop() {
    http.close();
    stack.close();
  }

  @Test
  @Order(1)
  void aFilePutIntoTheBucketShowsInTheDraftWithinSeconds() throws Exception {
    assertThat(revenue(draft(ONE))).isEqualTo(1600);

    Instant start = Instant.now();
    put("tax/operations/2025/correction.csv", "uscc,revenue\n%s,1800\n".formatted(ONE));

    awaitRevenue(1800, start);
    JsonNode from = indicator(draft(ONE), "2.2").path("from").path(0);
    assertThat(from.path("key").asText()).isEqualTo("uploads/tax/operations/2025/correction.csv");
    assertThat(from.path("row").asInt()).isEqualTo(2);
  }

  @Test
  @Order(2)
  void deletingTheFileRemovesItsFacts() throws Exception {
    Instant start = Instant.now();
    stack
        .s3()
        .client()
        .deleteObject(
            r -> r.bucket(LocalStack.BUCKET).key("uploads/tax/operations/2025/correction.csv"));

    awaitRevenue(1600, start);
  }

  @Test
  @Order(3)
  void anAnnouncedFileGoesThroughThePresignedAddressAndIsReported() throws Exception {
    byte[] file =
        "uscc,revenue\n%s,1900\n%s,abc\n".formatted(ONE, TWO).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> announced =
        api.post(
            "/v1/uploads",
            tax,
            """
            {"dataset":"operations","year":2025,"filename":"更正 2.csv","bytes":%d,"sha256":"%s"}"""
                .formatted(file.length, sha256(file)));
    assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
    JsonNode ticket = ApiClient.read(announced.body());

    Instant start = Instant.now();
    assertThat(send(ticket, file)).isEqualTo(200);

    awaitRevenue(1900, start);
    JsonNode upload = awaitStatus(ticket.path("id").asText(), "partial", tax);
    assertThat(upload.path("accepted").asInt()).isEqualTo(1);
    assertThat(upload.path("rejected").asInt()).isEqualTo(1);
    assertThat(upload.path("problems").path(0).path("code").asText()).isEqualTo("not-a-number");
    assertThat(report(upload)).contains("校验结果").contains("abc");
  }

  @Test
  @Order(4)
  void thePresignedAddressTakesNoOtherFile() throws Exception {
    byte[] file = "uscc,revenue\n%s,1\n".formatted(ONE).getBytes(StandardCharsets.UTF_8);
    byte[] other = "uscc,revenue\n%s,2\n".formatted(ONE).getBytes(StandardCharsets.UTF_8);
    JsonNode ticket =
        ApiClient.read(
            api.post(
                    "/v1/uploads",
                    tax,
                    """
                    {"dataset":"operations","year":2025,"filename":"other.csv","bytes":%d,\
                    "sha256":"%s"}"""
                        .formatted(file.length, sha256(file)))
                .body());

    assertThat(send(ticket, other)).isBetween(400, 403);
    assertThat(api.json("/v1/uploads/" + ticket.path("id").asText(), tax).path("status").asText())
        .isEqualTo("pending");
  }

  @Test
  @Order(5)
  void aRejectedFileChangesNothing() throws Exception {
    put("tax/operations/2025/operations.csv", "这不是表格");
    stack.wiring().awaitQuiet(QUIET);

    assertThat(revenue(draft(ONE))).isEqualTo(1900);
    JsonNode rejected = api.json("/v1/uploads?year=2025&status=rejected", tax).path("items");
    assertThat(rejected)
        .extracting(item -> item.path("key").asText())
        .containsExactly("uploads/tax/operations/2025/operations.csv");
  }

  @Test
  @Order(6)
  void beforeThePublicationNothingIsPublic() {
    assertThat(api.json("/v1/years", null).path("items")).isEmpty();
    assertThat(api.get("/v1/years/2025/enterprises/" + ONE, null).statusCode()).isEqualTo(404);
    assertThat(api.get("/v1/years/2025/rankings", null).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(7)
  void aRunPublishesTheYear() throws Exception {
    JsonNode run = api.recompute(2025, "{\"publish\":true}");

    assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("published");
    assertThat(api.json("/v1/years", null).path("items"))
        .extracting(item -> item.path("year").asInt())
        .containsExactly(2025);
    JsonNode ranking = api.json("/v1/years/2025/rankings", null).path("items");
    assertThat(ranking)
        .extracting(item -> item.path("uscc").asText(), item -> item.at("/rank/overall").asInt())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(ONE, 1),
            org.assertj.core.api.Assertions.tuple(TWO, 2));
    JsonNode card = api.json("/v1/years/2025/enterprises/" + ONE, null);
    assertThat(card.path("total").asDouble())
        .isEqualTo(ranking.path(0).path("total").asDouble())
        .isEqualTo(draft(ONE).path("total").asDouble());
  }

  @Test
  @Order(8)
  void profilesAreReturnedToThosePermittedOnly() {
    String profile = "/v1/years/2025/enterprises/" + ONE + "/profile";

    assertThat(api.get(profile, null).statusCode()).isEqualTo(401);
    assertThat(api.get(profile, stack.token(List.of("enterprise"), null, TWO)).statusCode())
        .isEqualTo(403);
    assertThat(api.get(profile, stack.token(List.of("nobody"), null, null)).statusCode())
        .isEqualTo(403);
    assertThat(revenue(api.json(profile, enterpriseOne))).isEqualTo(1900);
    assertThat(revenue(api.json(profile, tax))).isEqualTo(1900);
  }

  @Test
  @Order(9)
  void rewardsAreForTheBureauAndForOneself() {
    assertThat(api.get("/v1/years/2025/rewards", tax).statusCode()).isEqualTo(403);
    JsonNode own = api.json("/v1/years/2025/rewards?uscc=" + ONE, enterpriseOne).path("items");
    assertThat(own).hasSize(1);
    // 高新技术企业 100 000 and 1 % of a contract over 500 万元.
    assertThat(own.path(0).path("total").asDouble()).isEqualTo(150_000);
  }

  @Test
  @Order(10)
  void aDraftDoesNotChangeThePublication() throws Exception {
    JsonNode before = api.json("/v1/years/2025/enterprises/" + ONE, null);
    Instant start = Instant.now();
    put("tax/operations/2025/更正 2.csv", "uscc,revenue\n%s,1950\n".formatted(ONE));
    awaitRevenue(1950, start);

    assertThat(api.json("/v1/years/2025/enterprises/" + ONE, null)).isEqualTo(before);
  }

  @Test
  @Order(11)
  void aFiringOfThePastIsOneRunAndDoesNotDisplaceWhatWasPublishedSince() throws Exception {
    String before = api.json("/v1/years", null).at("/items/0/generation").asText();

    assertThat(stack.wiring().schedule().fire(Instant.parse("2026-03-31T19:00:00Z"))).isTrue();
    // A schedule may fire twice; the result is one run.
    assertThat(stack.wiring().schedule().fire(Instant.parse("2026-03-31T19:00:00Z"))).isTrue();
    stack.wiring().awaitQuiet(QUIET);

    JsonNode year = api.json("/v1/years", null).at("/items/0");
    assertThat(year.path("year").asInt()).isEqualTo(2025);
    assertThat(year.path("generation").asText()).isEqualTo(before);
    assertThat(api.json("/v1/years/2025/recomputations", api.bureau()).path("items")).hasSize(2);
  }

  @Test
  @Order(12)
  void pagesAndUnknownCallsAreThePortals() {
    HttpResponse<String> page = api.get("/", null);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    HttpResponse<String> unknown = api.get("/v1/nothing", null);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  @Order(13)
  void templatesAreDownloadedWhole() throws Exception {
    HttpResponse<byte[]> template =
        http.send(
            HttpRequest.newBuilder(stack.api().resolve("/v1/datasets/operations/template.xlsx"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(new String(template.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  @Order(14)
  void selfReportedFiguresFillMissingOnes() throws Exception {
    HttpResponse<String> reported =
        api.post(
            "/v1/self-reports",
            enterpriseOne,
            """
            {"dataset":"operations","year":2025,"rows":[{"revenue":1,"openingNetAssets":2500}]}""");
    assertThat(reported.statusCode()).as(reported.body()).isEqualTo(201);
    JsonNode upload =
        awaitStatus(ApiClient.read(reported.body()).path("id").asText(), "accepted", enterpriseOne);
    assertThat(upload.path("key").asText())
        .isEqualTo("uploads/enterprise/operations/2025/" + ONE + ".csv");
    stack.wiring().awaitQuiet(QUIET);

    // Departments take precedence; only the missing value is filled.
    assertThat(revenue(draft(ONE))).isEqualTo(1950);
    assertThat(draft(ONE).findValuesAsText("field")).contains("openingNetAssets");
  }

  @Test
  @Order(15)
  void lostFactsAreRebuiltFromTheBucket() throws Exception {
    JsonNode before = draft(ONE);
    var facts = stack.tables().client();
    for (var item : facts.scan(scan -> scan.tableName(LocalDynamoDb.FACTS)).items()) {
      var key = new HashMap<>(item);
      key.keySet().retainAll(List.of("uscc", "sk"));
      facts.deleteItem(delete -> delete.tableName(LocalDynamoDb.FACTS).key(key));
    }
    stack.wiring().awaitQuiet(QUIET);
    assertThat(
            api.get("/v1/years/2025/enterprises/" + ONE + "/profile?edition=draft", api.bureau())
                .statusCode())
        .isEqualTo(404);

    try (var bureau = new BureauClient(stack)) {
      JsonNode rebuilt = bureau.rebuild(false);
      assertThat(rebuilt.path("equal").asBoolean()).isFalse();
      assertThat(rebuilt.path("missing").asLong())
          .isPositive()
          .isEqualTo(rebuilt.path("items").asLong());
      assertThat(RebuildMain.summary(rebuilt)).endsWith("已按存储桶重建");
      stack.wiring().awaitQuiet(QUIET);
      assertThat(draft(ONE).path("total")).isEqualTo(before.path("total"));
      assertThat(draft(ONE).path("indicators")).isEqualTo(before.path("indicators"));

      JsonNode again = bureau.rebuild(true);
      assertThat(RebuildMain.summary(again))
          .isEqualTo(
              "比对 %d 个文件、%d 条数据：数据表与存储桶一致"
                  .formatted(rebuilt.path("files").asInt(), rebuilt.path("items").asInt()));
    }
  }

  private void put(String key, String text) {
    stack
        .s3()
        .client()
        .putObject(
            r -> r.bucket(LocalStack.BUCKET).key("uploads/" + key), RequestBody.fromString(text));
  }

  private int send(JsonNode ticket, byte[] file) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(ticket.at("/put/url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    ticket
        .at("/put/headers")
        .properties()
        .forEach(
            header -> {
              // The client sets these headers itself and does not allow others to.
              if (!header.getKey().equalsIgnoreCase("content-length")
                  && !header.getKey().equalsIgnoreCase("host")) {
                request.header(header.getKey(), header.getValue().asText());
              }
            });
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private String report(JsonNode upload) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(upload.at("/report/csv").asText())).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private JsonNode draft(String uscc) {
    return api.json("/v1/years/2025/enterprises/" + uscc + "/profile?edition=draft", api.bureau());
  }

  private static JsonNode indicator(JsonNode profile, String id) {
    return profile
        .path("indicators")
        .valueStream()
        .filter(node -> node.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double revenue(JsonNode profile) {
    return indicator(profile, "2.2").path("value").asDouble();
  }

  private void awaitRevenue(double expected, Instant start) throws InterruptedException {
    while (revenue(draft(ONE)) != expected) {
      assertThat(Duration.between(start, Instant.now())).isLessThan(DRAFT);
      Thread.sleep(50);
    }
  }

  private JsonNode awaitStatus(String id, String status, String token) throws InterruptedException {
    Instant start = Instant.now();
    while (true) {
      JsonNode upload = api.json("/v1/uploads/" + id, token);
      if (upload.path("status").asText().equals(status)) {
        return upload;
      }
      assertThat(Duration.between(start, Instant.now())).as(upload.toString()).isLessThan(DRAFT);
      Thread.sleep(50);
    }
  }

  private static String sha256(byte[] file) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }
}
