package innovation.points.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verification;
import innovation.points.testkit.ApiCall;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.http.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class UploadHandlerTest {

  private static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String USCC = "91350100M000100Y43";
  private static final String OTHER = "914403001922038216";
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Map<String, String> BUREAU = Map.of("cognito:groups", "[bureau]");
  private static final Map<String, String> TAX = department("tax");
  private static final Map<String, String> ENTERPRISE =
      Map.of("cognito:groups", "[enterprise]", "custom:uscc", USCC);
  private static final Map<String, String> NOBODY = Map.of();

  private final ZoneTables tables = new ZoneTables();
  private final UploadsTable uploads = new UploadsTable(tables.client(), tables.uploads());
  private final RecordedPuts bucket = new RecordedPuts();
  private final UploadHandler handler =
      new UploadHandler(
          tables.client(),
          bucket,
          S3Presigner.builder()
              .region(Region.EU_WEST_1)
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
              .build(),
          () -> NOW,
          new UploadSettings("zone-bucket", tables.uploads(), tables.scores()));

  @ParameterizedTest
  @CsvSource({
    "upload/announce, 201",
    "upload/announce-not-owned, 403",
    "upload/datasets, 200",
    "upload/template, 200",
  })
  void statusOfEverySampleEvent(String event, int status) {
    assertThat(handle(load(event)).getStatusCode()).isEqualTo(status);
  }

  @Test
  void addressAdmitsExactlyTheSizeAndDigestAnnounced() {
    JsonNode announced = json(announce(TAX, body("operations", "经营情况.csv", 65536)));

    assertThat(announced.get("key").textValue()).isEqualTo("uploads/tax/operations/2025/经营情况.csv");
    assertThat(announced.get("status").textValue()).isEqualTo("pending");
    assertThat(announced.get("id").textValue())
        .isEqualTo(UploadId.ofContent("uploads/tax/operations/2025/经营情况.csv", SHA256));
    JsonNode headers = announced.get("put").get("headers");
    assertThat(headers.get("content-length").textValue()).isEqualTo("65536");
    String digest = Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(SHA256));
    String url = announced.get("put").get("url").textValue();
    assertThat(headers.path("x-amz-checksum-sha256").asText()).isEqualTo(digest);
    assertThat(url).contains("X-Amz-SignedHeaders=content-length%3Bhost%3Bx-amz-checksum-sha256");
    assertThat(Instant.parse(announced.get("expiresAt").textValue())).isAfter(Instant.EPOCH);
  }

  @Test
  void announcingTheSameContentAgainIsTheSameUpload() {
    String first = json(announce(TAX, body("operations", "a.csv", 10))).get("id").textValue();
    String second = json(announce(TAX, body("operations", "a.csv", 10))).get("id").textValue();

    assertThat(second).isEqualTo(first);
    assertThat(json(get("/v1/uploads", TAX)).get("items")).hasSize(1);
  }

  @Test
  void everythingWrongWithAnAnnouncementIsNamedAtOnce() {
    APIGatewayV2HTTPResponse answer =
        announce(
            TAX,
            """
            {"dataset": "taxes", "year": 2025, "filename": "a.csv", "bytes": 0, "sha256": "x"}\
            """);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").textValue())
        .isEqualTo(
            "没有这个数据集，全部数据集见 /v1/datasets；"
                + "字段 bytes 应为 1 到 104857600（100 MiB）的整数，收到：0；"
                + "字段 sha256 应为文件的 SHA-256，64 位十六进制");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.csv", "a/b.csv", "a\u0085b.csv"})
  void filenameThatMakesABadKeyIsRefused(String filename) {
    assertThat(announce(TAX, body("operations", filename, 10)).getStatusCode()).isEqualTo(400);
  }

  /** The content says what a file is, not its name. */
  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "税务局 2025年（终稿）..xls", ".csv", "a"})
  void anyOtherFilenameIsTaken(String filename) {
    assertThat(announce(TAX, body("operations", filename, 10)).getStatusCode()).isEqualTo(201);
  }

  @Test
  void departmentBringsOnlyItsOwnDatasetsAsItself() {
    assertThat(announce(TAX, body("workforce", "a.csv", 10)).getStatusCode()).isEqualTo(403);
    String asAnother = body("workforce", "a.csv", 10).replace("{", "{\"source\": \"hr\", ");
    assertThat(announce(TAX, asAnother).getStatusCode()).isEqualTo(403);
    assertThat(announce(BUREAU, asAnother).getStatusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enterprise", "public", "nosuch"})
  void departmentThatIsNotInTheCatalogueUploadsNothing(String id) {
    APIGatewayV2HTTPResponse own = announce(department(id), body("operations", USCC + ".csv", 10));
    assertThat(own.getStatusCode()).isEqualTo(403);
    assertThat(own.getBody()).doesNotContain("\"put\"");
    String named = body("operations", USCC + ".csv", 10);
    String asItself = named.replace("{", "{\"source\": \"%s\", ".formatted(id));
    assertThat(announce(department(id), asItself).getStatusCode()).isEqualTo(403);
  }

  @Test
  void bureauUploadsForTheOwnerUnlessItNamesASource() {
    assertThat(json(announce(BUREAU, body("workforce", "a.csv", 10))).get("key").textValue())
        .isEqualTo("uploads/hr/workforce/2025/a.csv");
  }

  @Test
  void enterpriseReportsForItsOwnCodeOnly() {
    assertThat(announce(ENTERPRISE, body("operations", USCC + ".csv", 10)).getStatusCode())
        .isEqualTo(201);
    APIGatewayV2HTTPResponse refused = announce(ENTERPRISE, body("operations", OTHER + ".csv", 10));
    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(json(refused).get("detail").textValue())
        .isEqualTo("企业只能上报本企业的数据，文件名应为 " + USCC + ".csv");
  }

  @Test
  void nobodyWithoutATokenMayAnnounceOrLook() {
    assertThat(announce(NOBODY, body("operations", "a.csv", 10)).getStatusCode()).isEqualTo(401);
    assertThat(get("/v1/uploads", NOBODY).getStatusCode()).isEqualTo(401);
    assertThat(get("/v1/uploads/x", NOBODY).getStatusCode()).isEqualTo(401);
  }

  @Test
  void everybodySeesTheirOwnUploadsAndTheBureauAll() {
    String own = json(announce(TAX, body("operations", "a.csv", 10))).get("id").textValue();
    announce(department("hr"), body("workforce", "b.csv", 10));
    announce(ENTERPRISE, body("operations", USCC + ".csv", 10));

    assertThat(keys(get("/v1/uploads", TAX))).containsExactly("uploads/tax/operations/2025/a.csv");
    assertThat(keys(get("/v1/uploads", ENTERPRISE)))
        .containsExactly("uploads/enterprise/operations/2025/" + USCC + ".csv");
    assertThat(keys(get("/v1/uploads", BUREAU))).hasSize(3);
    assertThat(keys(get("/v1/uploads?source=enterprise", BUREAU)))
        .containsExactly("uploads/enterprise/operations/2025/" + USCC + ".csv");
    assertThat(keys(get("/v1/uploads?source=tax", BUREAU)))
        .containsExactly("uploads/tax/operations/2025/a.csv");
    assertThat(get("/v1/uploads/" + own, TAX).getStatusCode()).isEqualTo(200);
    assertThat(get("/v1/uploads/" + own, BUREAU).getStatusCode()).isEqualTo(200);
    assertThat(get("/v1/uploads/" + own, department("hr")).getStatusCode()).isEqualTo(403);
    assertThat(get("/v1/uploads/unknown", TAX).getStatusCode()).isEqualTo(404);
  }

  @Test
  void listIsFilteredAndPaged() {
    for (int number = 0; number < 5; number++) {
      announce(TAX, body("operations", "file%d.csv".formatted(number), 10));
    }
    JsonNode first = json(get("/v1/uploads?year=2025&dataset=operations&limit=3", TAX));
    String next =
        "/v1/uploads?year=2025&dataset=operations&limit=3&cursor="
            + first.get("nextCursor").textValue();
    JsonNode second = json(get(next, TAX));

    assertThat(first.get("items")).hasSize(3);
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(get(next.replace("2025", "2024"), TAX).getStatusCode()).isEqualTo(400);
    assertThat(json(get("/v1/uploads?status=accepted", TAX)).get("items")).isEmpty();
    assertThat(json(get("/v1/uploads?year=2024", TAX)).get("items")).isEmpty();
  }

  @Test
  void whatWasFoundIsShownWithTheUpload() {
    String id = json(announce(TAX, body("operations", "a.csv", 10))).get("id").textValue();
    UploadRecord pending = uploads.get(id).orElseThrow();
    uploads.put(
        new UploadRecord(
            id,
            pending.path(),
            UploadStatus.PARTIAL,
            Optional.of("v1"),
            pending.sha256(),
            10,
            NOW,
            Optional.of(NOW),
            NOW,
            Optional.of(new UploadRecord.Counts(3, 2, 1, 1, 0)),
            Optional.of(
                new UploadRecord.Report(
                    Optional.of("reports/a/report.json"),
                    Optional.of("reports/a/report.csv"),
                    Optional.of("reports/a/report.xlsx")))));
    uploads.details(
        id,
        pending.key(),
        """
        {"problems": [{"code": "negative", "row": 3}], "problemCount": 1, "warnings": [],\
         "groups": [], "reading": {"encoding": "GB18030"}}\
        """);

    JsonNode whole = json(get("/v1/uploads/" + id, TAX));
    assertThat(whole.get("status").textValue()).isEqualTo("partial");
    assertThat(whole.get("version").textValue()).isEqualTo("v1");
    assertThat(whole.get("rows").intValue()).isEqualTo(3);
    assertThat(whole.get("accepted").intValue()).isEqualTo(2);
    assertThat(whole.get("rejected").intValue()).isEqualTo(1);
    assertThat(whole.get("problems").get(0).get("code").textValue()).isEqualTo("negative");
    assertThat(whole.get("reading").get("encoding").textValue()).isEqualTo("GB18030");
    assertThat(whole.get("report").get("csv").textValue()).contains("/reports/a/report.csv?");
    JsonNode brief = json(get("/v1/uploads", TAX)).get("items").get(0);
    assertThat(brief.get("problems").get(0).get("row").intValue()).isEqualTo(3);
    assertThat(brief.has("reading")).isFalse();
  }

  @Test
  void uploadsAreAFileAsWell() {
    put("uploads/tax/operations/2025/经营情况.csv", UploadStatus.PARTIAL);

    APIGatewayV2HTTPResponse csv = get("/v1/uploads?format=csv", TAX);

    assertThat(csv.getHeaders().get("Content-Disposition"))
        .contains(URLEncoder.encode("上传记录.csv", StandardCharsets.UTF_8));
    assertThat(text(csv).lines())
        .first()
        .isEqualTo("\uFEFF文件,来源,数据表,年度,状态,数据行,采用,未采用,问题,提示,收到时间,编号");
    assertThat(text(csv).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("经营情况.csv,税务局,经营情况,2025,部分通过,");
    assertThat(text(get("/v1/uploads?format=csv", department("hr"))).lines()).hasSize(1);

    put("uploads/closed/operations/2025/b.csv", UploadStatus.WITHDRAWN);
    assertThat(text(get("/v1/uploads?format=csv", BUREAU)))
        .as("a department that the zone no longer has")
        .contains("\r\nb.csv,closed,经营情况,2025,已撤回,");
  }

  @Test
  void schemaAndTemplatesOfADataset() {
    JsonNode list = json(get("/v1/datasets", NOBODY));
    assertThat(list.get("items")).hasSize(15);
    assertThat(list.at("/items/5"))
        .hasToString(
            """
            {"id":"investment","title":"投融资","en":"Investment and financing",\
            "owner":"finance","ownerTitle":"财政金融局",\
            "shape":"per-enterprise","form":"CXJF-06","due":"03-31","shared":false,"open":true,\
            "schema":"/v1/datasets/investment"}\
            """);
    assertThat(list.has("nextCursor")).isFalse();
    JsonNode part = json(get("/v1/datasets?limit=6", NOBODY));
    String cursor = part.get("nextCursor").textValue();
    JsonNode rest = json(get("/v1/datasets?limit=9&cursor=" + cursor, NOBODY));
    assertThat(part.at("/items/5/id")).isEqualTo(list.at("/items/5/id"));
    assertThat(rest.at("/items/0/id")).isEqualTo(list.at("/items/6/id"));
    assertThat(rest.get("items")).hasSize(9);
    assertThat(rest.has("nextCursor")).isFalse();
    assertThat(list.get("departments")).hasSize(11);
    assertThat(list.at("/departments/5"))
        .hasToString("{\"id\":\"finance\",\"name\":\"财政金融局\",\"en\":\"Finance\"}");
    assertThat(list.get("divisions")).hasSize(97);
    assertThat(list.at("/divisions/C34").asText()).isEqualTo("通用设备制造业");
    assertThat(json(get("/v1/datasets/operations", NOBODY)).get("fields").get(0).get("name"))
        .hasToString("\"uscc\"");
    APIGatewayV2HTTPResponse csv = get("/v1/datasets/trade/template.csv", NOBODY);
    assertThat(text(csv)).isEqualTo("\uFEFF统一社会信用代码,企业名称,出口总额(万美元)\r\n");
    APIGatewayV2HTTPResponse xlsx = get("/v1/datasets/trade/template.xlsx", NOBODY);
    assertThat(xlsx.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(xlsx.getBody())).startsWith('P', 'K');
    assertThat(get("/v1/datasets/taxes", NOBODY).getStatusCode()).isEqualTo(404);
  }

  @Test
  void formsAreNotSentAgainToWhoHasThem() {
    for (String address :
        List.of(
            "/v1/datasets",
            "/v1/datasets/trade",
            "/v1/datasets/trade/template.csv",
            "/v1/datasets/trade/template.xlsx")) {
      String etag = Objects.requireNonNull(get(address, NOBODY).getHeaders().get("ETag"));
      var again = call(ApiCall.get(address).header("if-none-match", etag), NOBODY);
      assertThat(again.getStatusCode()).as(address).isEqualTo(304);
    }
  }

  @Test
  void announcingWhatIsInForceSaysSo() {
    put("uploads/tax/operations/2025/经营情况.csv", UploadStatus.ACCEPTED);

    JsonNode announced = json(announce(TAX, body("operations", "经营情况.csv", 65536)));

    assertThat(announced.get("status").textValue()).isEqualTo("accepted");
    assertThat(announced.get("notice").textValue())
        .isEqualTo("内容相同的文件已于 2026-03-02 10:00 收到并生效，无需再次上传");
  }

  @Test
  void uploadNamesOthersOfTheSameContent() {
    String id = put("uploads/tax/operations/2025/经营情况.csv", UploadStatus.ACCEPTED);
    put("uploads/tax/operations/2025/经营情况 (1).csv", UploadStatus.PARTIAL);
    put("uploads/tax/operations/2025/旧.csv", UploadStatus.WITHDRAWN);

    assertThat(json(get("/v1/uploads/" + id, TAX)).get("sameContent").toString())
        .isEqualTo("[\"uploads/tax/operations/2025/经营情况 (1).csv\"]");
  }

  @Test
  void selfReportBecomesTheFileOfTheEnterprise() {
    APIGatewayV2HTTPResponse answer =
        post(
            "/v1/self-reports",
            ENTERPRISE,
            """
            {"dataset": "operations", "year": 2025,
             "rows": [{"revenue": 1234.50, "rdExpense": "1,000", "name": "甲,乙"}]}
            """);

    assertThat(answer.getStatusCode()).isEqualTo(201);
    String key = "uploads/enterprise/operations/2025/" + USCC + ".csv";
    assertThat(json(answer).get("key").textValue()).isEqualTo(key);
    assertThat(json(answer).get("status").textValue()).isEqualTo("pending");
    assertThat(answer.getHeaders())
        .containsEntry("Location", "/v1/uploads/" + json(answer).get("id").textValue());
    assertThat(bucket.objects)
        .containsOnly(
            Map.entry(
                key,
                "\uFEFF统一社会信用代码,企业名称,营业收入(万元),高新技术产品收入(万元),研发费用(万元),"
                    + "研发费用加计扣除所得税减免额(万元),净利润(万元),成本费用支出总额(万元),"
                    + "年初净资产(万元),年末净资产(万元),利润总额(万元)\r\n"
                    + USCC
                    + ",\"甲,乙\",1234.5,,\"1,000\",,,,,,\r\n"));
    assertThat(get("/v1/uploads/" + json(answer).get("id").textValue(), ENTERPRISE))
        .extracting(APIGatewayV2HTTPResponse::getStatusCode)
        .isEqualTo(200);
  }

  @Test
  void everythingWrongWithASelfReportIsNamedAtItsFieldAndNothingIsStored() {
    APIGatewayV2HTTPResponse answer =
        post(
            "/v1/self-reports",
            ENTERPRISE,
            """
            {"dataset": "operations", "year": 2025, "rows": [{"revenue": -1, "costs": "很多"}]}
            """);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(json(answer).get("errors").toString())
        .isEqualTo(
            "[{\"in\":\"body\",\"name\":\"/rows/0/revenue\","
                + "\"detail\":\"“营业收入(万元)”不应小于 0，这里是“-1”；请核对后改正。\"},"
                + "{\"in\":\"body\",\"name\":\"/rows/0/costs\","
                + "\"detail\":\"“成本费用支出总额(万元)”应为数字，这里是“很多”；请只填一个数字，没有数据请留空。\"}]");
    assertThat(bucket.objects).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"dataset":"nothing","year":2025,"rows":[]} | 400 | 没有这个数据集，全部数据集见 /v1/datasets
          {"dataset":"operations","year":2025,"rows":[]} | 400 | “经营情况”应恰有一行，收到 0 行
          {"dataset":"operations","year":2025,"rows":[{"sales":1}]} | 400 | “经营情况”没有可填报的字段 sales，全部字段见 /v1/datasets/operations
          {"dataset":"operations","year":2025,"rows":[{"revenue":[1]}]} | 400 | 字段 revenue 应为数字、文字、true 或 false
          {"dataset":"credit","year":2025,"rows":[{"abnormal":false,"dishonest":false}]} | 403 | “企业征信”只能由市场监督管理局（market）上传，这里是 enterprise。
          {"dataset":"operations","year":2025,"uscc":"914403001922038216","rows":[{"revenue":1}]} | 403 | 企业只能填报本企业的数据
          """)
  void selfReportIsRefused(String body, int status, String detail) {
    APIGatewayV2HTTPResponse answer = post("/v1/self-reports", ENTERPRISE, body);

    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(json(answer).get("detail").textValue()).isEqualTo(detail);
    assertThat(bucket.objects).isEmpty();
  }

  private APIGatewayV2HTTPResponse selfReport(String dataset, String rows, String clears) {
    return post(
        "/v1/self-reports",
        ENTERPRISE,
        "{\"dataset\":\"%s\",\"year\":2025,\"rows\":%s,\"clears\":%s}"
            .formatted(dataset, rows, clears));
  }

  @Test
  void selfReportThatWithdrawsFiguresHasToSaySo() {
    assertThat(
            selfReport("workforce", "[{\"staff\":100,\"techStaff\":30}]", "null").getStatusCode())
        .isEqualTo(201);
    APIGatewayV2HTTPResponse refused =
        selfReport("workforce", "[{\"foreignStaff\":1}]", "[\"techStaff\"]");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(json(refused).get("detail").textValue())
        .isEqualTo("本次填报将撤回上次填报的数据：“年末职工总数”上次填报 100，本次为空。请补全这些数据；确需撤回的，在 clears 中逐项写明");
    assertThat(json(refused).get("errors").toString())
        .isEqualTo(
            "[{\"in\":\"body\",\"name\":\"/clears/staff\","
                + "\"detail\":\"“年末职工总数”上次填报 100，本次为空\"}]");
    assertThat(bucket.objects.values().toString()).contains("100,30").doesNotContain(",1\r");
    assertThat(
            selfReport("workforce", "[{\"foreignStaff\":1}]", "[\"techStaff\",\"staff\"]")
                .getStatusCode())
        .isEqualTo(201);
    assertThat(
            selfReport("workforce", "[{\"foreignStaff\":1}]", "[\"techStaff\",\"staff\"]")
                .getStatusCode())
        .as("sent twice")
        .isEqualTo(201);
  }

  @Test
  void selfReportThatLeavesALineOutHasToSaySo() {
    String one = "{\"contract\":\"HT-1\",\"kind\":\"技术开发\",\"amount\":50,\"university\":true}";
    String both = "[%s,%s]".formatted(one, one.replace("HT-1", "HT-2"));
    assertThat(selfReport("technology-contracts", both, "[]").getStatusCode()).isEqualTo(201);
    String alone = "[%s]".formatted(one);
    APIGatewayV2HTTPResponse refused = selfReport("technology-contracts", alone, "[]");

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(json(refused).get("errors").toString())
        .isEqualTo(
            "[{\"in\":\"body\",\"name\":\"/clears/HT-2\","
                + "\"detail\":\"“HT-2”上次已填报，本次没有这一条\"}]");
    assertThat(selfReport("technology-contracts", alone, "[\"HT-2\"]").getStatusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{}]", "[{\"staff\":null}]", "[{\"staff\":\"\",\"name\":\"甲\"}]"})
  void blankSelfReportIsRefused(String rows) {
    APIGatewayV2HTTPResponse refused = selfReport("workforce", rows, "null");

    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(json(refused).get("detail").textValue()).isEqualTo("“人员情况”没有填写任何数据；至少填写一项，没有的数据填 0");
    assertThat(bucket.objects).isEmpty();
  }

  @Test
  void selfReportsAreOfEnterprisesAndTheBureauOnly() {
    String body =
        "{\"dataset\":\"operations\",\"year\":2025,\"uscc\":\"%s\",\"rows\":[{\"revenue\":1}]}"
            .formatted(OTHER);
    assertThat(post("/v1/self-reports", TAX, body).getStatusCode()).isEqualTo(403);
    assertThat(post("/v1/self-reports", NOBODY, body).getStatusCode()).isEqualTo(401);
    assertThat(post("/v1/self-reports", BUREAU, body).getStatusCode()).isEqualTo(201);
  }

  @Test
  void whatTheBureauEntersLiesBesideWhatTheEnterpriseReported() {
    assertThat(
            selfReport("workforce", "[{\"staff\":100,\"techStaff\":30}]", "null").getStatusCode())
        .isEqualTo(201);
    String own = "uploads/enterprise/workforce/2025/" + USCC + ".csv";
    String reported = bucket.objects.get(own);

    String body =
        "{\"dataset\":\"workforce\",\"year\":2025,\"uscc\":\"%s\",\"rows\":[%s],\"clears\":%s}";
    JsonNode entered =
        json(
            post(
                "/v1/self-reports",
                BUREAU,
                body.formatted(USCC, "{\"staff\":120,\"foreignStaff\":2}", "null")));
    String beside = "uploads/bureau/workforce/2025/" + USCC + ".csv";
    assertThat(entered.path("key").asText()).isEqualTo(beside);
    assertThat(bucket.objects).containsEntry(own, reported).containsKey(beside);

    APIGatewayV2HTTPResponse unsaid =
        post("/v1/self-reports", BUREAU, body.formatted(USCC, "{\"staff\":121}", "null"));
    assertThat(unsaid.getStatusCode()).as("only its own figures are to be cleared").isEqualTo(409);
    assertThat(json(unsaid).path("errors").findValuesAsText("name"))
        .containsExactly("/clears/foreignStaff");
    assertThat(
            post(
                    "/v1/self-reports",
                    BUREAU,
                    body.formatted(USCC, "{\"staff\":121}", "[\"foreignStaff\"]"))
                .getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void rebuildIsOrderedByAnObjectInTheBucket() {
    var li = Map.of("sub", "li.min", "name", "李敏", "cognito:groups", "[bureau]");
    APIGatewayV2HTTPResponse answer =
        post("/v1/rebuilds", li, "{\"dryRun\": true, \"reason\": \"核对\"}");

    assertThat(answer.getStatusCode()).isEqualTo(202);
    String id = json(answer).get("id").textValue();
    assertThat(id).startsWith("20260302T020000000Z-");
    assertThat(answer.getHeaders()).containsEntry("Location", "/v1/rebuilds/" + id);
    assertThat(bucket.objects)
        .containsOnly(Map.entry("rebuilds/" + id + ".json", "{\"dryRun\":true}"));
    String shown =
        "{\"id\":\"%s\",\"dryRun\":true,\"status\":\"ordered\",\"orderedBy\":{\"sub\":\"li.min\",\"name\":\"李敏\","
                .formatted(id)
            + "\"role\":\"bureau\",\"department\":null,\"bank\":null},\"orderedAt\":\"2026-03-02T02:00:00Z\","
            + "\"finishedAt\":null,\"files\":0,\"items\":0,\"missing\":0,\"different\":0,"
            + "\"surplus\":0,\"deliveries\":0,\"equal\":null,\"keys\":[]}";
    assertThat(json(get("/v1/rebuilds/" + id, BUREAU)).toString()).isEqualTo(shown);
    assertThat(json(get("/v1/rebuilds", BUREAU)).get("items").toString())
        .isEqualTo("[" + shown + "]");
    assertThat(tables.recorded())
        .containsExactly("li.min REBUILD_ORDERED rebuilds/%s compare".formatted(id));
    assertThat(get("/v1/rebuilds/none", BUREAU).getStatusCode()).isEqualTo(404);
    assertThat(get("/v1/rebuilds", TAX).getStatusCode()).isEqualTo(403);
    assertThat(post("/v1/rebuilds", TAX, "{}").getStatusCode()).isEqualTo(403);
  }

  @Test
  void whoseDatasetItIsVerifiesASelfReport() {
    String id =
        json(selfReport("workforce", "[{\"staff\":100,\"techStaff\":30}]", "null"))
            .path("id")
            .asText();
    String path = "/v1/uploads/" + id + "/verification";
    Map<String, String> hr = new HashMap<>(department("hr"));
    hr.put("sub", "sub-li");
    assertThat(json(post(path, hr, "{\"outcome\":\"confirmed\"}")).path("detail").asText())
        .isEqualTo("该填报现在没有生效（还在校验，或已被新的填报替换、撤回），不能核验；请刷新后再办理");
    UploadRecord taken = uploads.get(id).orElseThrow();
    uploads.put(
        new UploadRecord(
            id,
            taken.path(),
            UploadStatus.ACCEPTED,
            Optional.of("v1"),
            taken.sha256(),
            taken.bytes(),
            NOW,
            Optional.of(NOW),
            NOW,
            Optional.empty(),
            Optional.empty()));

    assertThat(json(post(path, TAX, "{\"outcome\":\"confirmed\"}")).path("detail").asText())
        .isEqualTo("“人员情况”由人力资源和社会保障局或区科学技术局核验");
    assertThat(json(post(path, hr, "{\"outcome\":\"right\"}")).path("detail").asText())
        .isEqualTo("字段 outcome 应为 confirmed（核验属实）或 refused（不予采用）");
    assertThat(json(post(path, hr, "{\"outcome\":\"refused\"}")).path("detail").asText())
        .isEqualTo("字段 reason 应写明理由，1 到 500 个字，收到 0 个字");
    assertThat(
            json(post(path, hr, "{\"outcome\":\"confirmed\",\"names\":[\"revenue\"]}"))
                .path("detail")
                .asText())
        .isEqualTo("该填报没有“revenue”，可以核验的有：staff、techStaff");

    APIGatewayV2HTTPResponse answer =
        post(
            path, hr, "{\"outcome\":\"refused\",\"names\":[\"techStaff\"],\"reason\":\"与社保人数不符\"}");
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getBody())
        .isEqualTo(
            "{\"id\":\"%s\",\"outcome\":\"refused\",\"names\":[\"techStaff\"],\"at\":\"%s\"}"
                .formatted(id, NOW));
    String object = List.copyOf(bucket.objects.keySet()).getLast();
    assertThat(Verification.key(object)).contains(taken.key());
    Verification kept = Verification.of(Objects.requireNonNull(bucket.objects.get(object)));
    assertThat(kept.figures()).isEqualTo(Map.of("techStaff", Map.of("techStaff", "30")));
    assertThat(kept.by().sub()).isEqualTo("sub-li");
    assertThat(tables.recorded())
        .contains("sub-li UPLOAD_VERIFIED %s refused".formatted(taken.key()));
  }

  @Test
  void evidenceIsSentByTheEnterpriseAndReadByWhoeverVerifies() {
    String id =
        json(selfReport("workforce", "[{\"staff\":100,\"techStaff\":30}]", "null"))
            .path("id")
            .asText();
    String path = "/v1/uploads/" + id + "/evidence";
    String files =
        "{\"attachments\":[{\"filename\":\"社保清单.pdf\",\"bytes\":9,\"sha256\":\"%s\"}]}"
            .formatted(SHA256);

    APIGatewayV2HTTPResponse sent = post(path, ENTERPRISE, files);
    assertThat(sent.getStatusCode()).isEqualTo(201);
    assertThat(sent.getHeaders()).containsEntry("Location", path);
    String folder = "evidence/enterprise/workforce/2025/" + USCC + ".csv/";
    JsonNode put = json(sent).at("/items/0/put");
    assertThat(put.path("url").asText())
        .contains("/" + folder + SHA256 + "/%E7%A4%BE%E4%BF%9D%E6%B8%85%E5%8D%95.pdf?");
    assertThat(put.path("headers").path("content-length").asText()).isEqualTo("9");
    assertThat(put.path("headers").fieldNames()).toIterable().contains("x-amz-checksum-sha256");
    assertThat(tables.recorded())
        .contains(
            "somebody UPLOAD_EVIDENCED uploads/enterprise/workforce/2025/%s.csv done"
                .formatted(USCC));

    assertThat(json(get(path, ENTERPRISE)).toString())
        .as("announced is not arrived")
        .isEqualTo("{\"items\":[]}");
    bucket.objects.put(folder + SHA256 + "/社保清单.pdf", "evidence!");
    for (var reader : List.of(ENTERPRISE, department("hr"), BUREAU)) {
      JsonNode found = json(get(path, reader)).path("items");
      assertThat(found).hasSize(1);
      assertThat(found.at("/0/filename").asText()).isEqualTo("社保清单.pdf");
      assertThat(found.at("/0/bytes").asLong()).isEqualTo(9);
      assertThat(found.at("/0/sha256").asText()).isEqualTo(SHA256);
      assertThat(found.at("/0/put").isNull()).isTrue();
      assertThat(found.at("/0/url").asText()).contains("/" + folder + SHA256 + "/");
    }
    assertThat(json(get(path, TAX)).path("detail").asText())
        .isEqualTo("佐证材料只供填报企业、数据的主管部门和区科学技术局查看");
  }

  @Test
  void evidenceThatIsNotAsItShouldBeIsRefused() {
    String id =
        json(selfReport("workforce", "[{\"staff\":100,\"techStaff\":30}]", "null"))
            .path("id")
            .asText();
    String path = "/v1/uploads/" + id + "/evidence";
    String file = "{\"filename\":\"a.pdf\",\"bytes\":9,\"sha256\":\"%s\"}".formatted(SHA256);
    String files = "{\"attachments\":[%s]}".formatted(file);
    assertThat(json(post(path, ENTERPRISE, "{\"attachments\":[]}")).path("detail").asText())
        .isEqualTo("字段 attachments 至少写明一个附件，收到 0 个");
    assertThat(
            json(post(path, ENTERPRISE, files.replace("a.pdf", "a.exe").replace(":9,", ":0,")))
                .path("detail")
                .asText())
        .isEqualTo(
            "附件名应以 pdf、ofd、jpg、png、doc(x)、xls(x)、csv 或 zip 结尾，最多 120 个字，收到：a.exe；"
                + "附件应为 1 到 20971520 字节（20 MiB），收到：0");
    assertThat(post(path, BUREAU, files).getStatusCode()).isEqualTo(403);
    assertThat(post("/v1/uploads/none/evidence", ENTERPRISE, files).getStatusCode()).isEqualTo(404);
    for (int i = 0; i < 20; i++) {
      bucket.objects.put(
          "evidence/enterprise/workforce/2025/%s.csv/%s/%02d.pdf".formatted(USCC, SHA256, i), "x");
    }
    assertThat(json(post(path, ENTERPRISE, files)).path("detail").asText())
        .isEqualTo("一份填报最多 20 个佐证材料，提交后将有 21 个；请合并后再提交");
    String other =
        "/v1/uploads/%s/evidence"
            .formatted(put("uploads/tax/operations/2025/经营情况.csv", UploadStatus.ACCEPTED));
    assertThat(json(get(other, BUREAU)).path("items")).as("of no self-report").isEmpty();
    assertThat(json(post(other, ENTERPRISE, files)).path("detail").asText())
        .isEqualTo("只为企业自主填报的数据提交佐证材料；该文件不是企业填报的");
  }

  /** An upload of the content that {@link #body} announces. */
  private String put(String key, UploadStatus status) {
    String id = UploadId.ofContent(key, SHA256);
    uploads.put(
        new UploadRecord(
            id,
            UploadPath.of(key, Set.of("tax", "closed"), Set.of("operations")),
            status,
            Optional.of("v1"),
            Optional.of(SHA256),
            65536,
            NOW,
            Optional.of(NOW),
            NOW,
            Optional.empty(),
            Optional.empty()));
    return id;
  }

  private APIGatewayV2HTTPResponse post(String path, Map<String, String> claims, String body) {
    return call(ApiCall.of("POST", path).json(body), claims);
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return answer.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8)
        : answer.getBody();
  }

  private static Map<String, String> department(String id) {
    return Map.of("cognito:groups", "[department]", "custom:department", id);
  }

  private static String body(String dataset, String filename, long bytes) {
    return """
    {"dataset": "%s", "year": 2025, "filename": "%s", "bytes": %d, "sha256": "%s"}\
    """
        .formatted(dataset, filename, bytes, SHA256);
  }

  private static List<String> keys(APIGatewayV2HTTPResponse answer) {
    return StreamSupport.stream(json(answer).get("items").spliterator(), false)
        .map(item -> item.get("key").textValue())
        .toList();
  }

  private APIGatewayV2HTTPResponse announce(Map<String, String> claims, String body) {
    return post("/v1/uploads", claims, body);
  }

  private APIGatewayV2HTTPResponse get(String address, Map<String, String> claims) {
    return call(ApiCall.get(address), claims);
  }

  private APIGatewayV2HTTPResponse call(ApiCall call, Map<String, String> claims) {
    return (claims.isEmpty() ? call : call.claims(claims)).to(handler::handleRequest);
  }

  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return handler.handleRequest(event, new TestContext("upload", 29_000));
  }

  private static APIGatewayV2HTTPEvent load(String event) {
    return EventLoader.loadEvent(event + ".json", APIGatewayV2HTTPEvent.class);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return Json.mapper().readTree(text(answer));
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + answer.getBody(), e);
    }
  }
}
