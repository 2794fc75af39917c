package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.gateway.SamplePersons;
import innovation.points.testkit.Usccs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** A zone's own departments, days and forms, set by two persons while everything runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormOfYearTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM = "/v1/settings/catalogue/2025/operations.json";

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  private final ApiClient api = new ApiClient(stack);
  private final HttpClient http = HttpClient.newHttpClient();
  private final String bureau = stack.token(SamplePersons.first("bureau", null));
  private final String approver = stack.token(SamplePersons.first("approver", null));

  @AfterAll
  void stop() {
    http.close();
    stack.close();
  }

  private HttpResponse<String> put(String path, JsonNode content, String token) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.api() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(content.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void decide(String path, JsonNode content) throws Exception {
    HttpResponse<String> proposed = put(path, content, bureau);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
    HttpResponse<String> approved = put(path, content, approver);
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
  }

  /** The form with 主营收入 for 营业收入, lower limits, without 利润总额, with a column more. */
  private ObjectNode form() {
    ObjectNode content = (ObjectNode) api.json(FORM, bureau).path("value").deepCopy();
    ObjectNode schema = (ObjectNode) content.path("schema");
    schema.put("x-form", "GXQ-2025-02").put("x-due", "02-10");
    ArrayNode fields = (ArrayNode) schema.path("fields");
    for (int i = fields.size() - 1; i >= 0; i--) {
      ObjectNode field = (ObjectNode) fields.get(i);
      if (field.path("name").asText().equals("revenue")) {
        field.put("title", "年度开票收入(万元)");
      } else if (field.path("name").asText().equals("totalProfit")) {
        fields.remove(i);
      }
    }
    ObjectNode more = fields.addObject();
    more.put("name", "powerUse").put("x-ordinal", 1000).put("title", "用电量(万千瓦时)");
    more.put("x-en", "Power use").put("x-class", "内部").put("type", "number");
    more.putObject("constraints").put("minimum", 0);
    ArrayNode checks = JSON.createArrayNode();
    checks.addObject().put("check", "most").put("field", "revenue").put("most", 500);
    schema.set("x-checks", checks);
    return content;
  }

  private JsonNode read(int year, String text) throws Exception {
    String key = "uploads/tax/operations/%d/a.csv".formatted(year);
    stack
        .s3()
        .client()
        .putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
    stack.wiring().awaitQuiet(Duration.ofMinutes(1));
    String id =
        api.json("/v1/uploads?dataset=operations&year=" + year, bureau)
            .path("items")
            .path(0)
            .path("id")
            .asText();
    return api.json("/v1/uploads/" + id, bureau);
  }

  @Test
  void filesOfTheYearAreReadByItsFormAndThoseOfOthersAreNot() throws Exception {
    decide(FORM, form());
    String text = "统一社会信用代码,年度开票收入(万元),用电量(万千瓦时)\n" + Usccs.of(1) + ",800,12.5\n";

    JsonNode ours = read(2025, text);
    assertThat(ours.path("status").asText()).as(ours.toString()).isEqualTo("accepted");
    assertThat(ours.path("warnings").findValuesAsText("code")).contains("implausible");
    JsonNode row =
        api.json("/v1/uploads/" + ours.path("id").asText() + "/rows", bureau)
            .path("items")
            .path(0)
            .path("values");
    assertThat(row.toString()).isEqualTo("{\"revenue\":800.0,\"powerUse\":12.5}");

    JsonNode other = read(2024, text);
    assertThat(other.path("status").asText()).isEqualTo("rejected");
    assertThat(api.json("/v1/datasets/operations?year=2025", bureau).path("x-form").asText())
        .isEqualTo("GXQ-2025-02");
    assertThat(api.json("/v1/datasets/operations", bureau).path("x-form").asText())
        .isEqualTo("CXJF-02");
    HttpResponse<String> template =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(stack.api() + "/v1/datasets/operations/template.csv?year=2025"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(template.body()).contains("年度开票收入(万元)", "用电量(万千瓦时)").doesNotContain("利润总额");
    assertThat(due(2025, "operations")).isEqualTo("2026-02-10");
    assertThat(due(2024, "operations")).isEqualTo("2025-04-30");
  }

  @Test
  void departmentsAndTheirDaysAreTheZones() throws Exception {
    ObjectNode content =
        (ObjectNode) api.json("/v1/settings/departments.json", bureau).path("value").deepCopy();
    for (JsonNode department : content.path("departments")) {
      if (department.path("id").asText().equals("tax")) {
        ((ObjectNode) department).put("name", "财税局");
      }
      if (department.path("id").asText().equals("hr")) {
        ((ObjectNode) department).put("name", "社会事业局");
        ((ObjectNode) department.path("contact"))
            .put("name", "陈静")
            .put("telephone", "0373-1234567");
        ((ObjectNode) department.path("due")).put("workforce", "01-31");
      }
    }
    decide("/v1/settings/departments.json", content);

    JsonNode arrival = arrival(2023, "workforce");
    assertThat(arrival.path("ownerTitle").asText()).isEqualTo("社会事业局");
    assertThat(arrival.path("contact").toString())
        .isEqualTo("{\"name\":\"陈静\",\"telephone\":\"0373-1234567\"}");
    assertThat(arrival.path("due").asText()).isEqualTo("2024-01-31");
    assertThat(api.json("/v1/datasets", bureau).path("departments").findValuesAsText("name"))
        .contains("社会事业局")
        .doesNotContain("人力资源和社会保障局");

    String roster = "uscc,registeredOn,industry\n%s,2018-05-06,C3464\n".formatted(Usccs.of(1));
    stack
        .s3()
        .client()
        .putObject(
            to -> to.bucket(LocalStack.BUCKET).key("uploads/science/enterprises/2023/roster.csv"),
            RequestBody.fromString(roster));
    stack.wiring().awaitQuiet(Duration.ofMinutes(1));
    HttpResponse<String> gaps =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(stack.api() + "/v1/years/2023/completeness?format=csv"))
                .header("Authorization", "Bearer " + bureau)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(gaps.body()).contains(",财税局\r\n").doesNotContain("税务局");
  }

  private static final String MORE = "/v1/settings/datasets/power-use.json";

  @Test
  void datasetMoreOfNewDepartmentIsTakenInLikeAllOthers() throws Exception {
    ObjectNode offices =
        (ObjectNode) api.json("/v1/settings/departments.json", bureau).path("value").deepCopy();
    ObjectNode office = ((ArrayNode) offices.path("departments")).addObject();
    office.put("id", "energy").put("name", "能源局").put("en", "Energy Bureau");
    office.putObject("contact").put("name", "陈静").put("telephone", "0373-1234567");
    office.putObject("deputy").put("name", "周宁").put("telephone", "0373-1234568");
    office.putObject("due");
    ObjectNode content = (ObjectNode) api.json(MORE, bureau).path("value").deepCopy();
    ((ObjectNode) content.path("schema"))
        .put("title", "用能情况")
        .put("x-owner", "energy")
        .put("x-due", "02-20");
    HttpResponse<String> early = put(MORE, content, bureau);
    assertThat(JSON.readTree(early.body()).at("/errors/0/detail").asText())
        .isEqualTo("x-owner 应为部门代号，新部门请先加入 departments.json，收到：energy");
    decide("/v1/settings/departments.json", offices);
    decide(MORE, content);

    String energy = stack.token(SamplePersons.first("department", "energy"));
    String text = "统一社会信用代码,企业名称,数额(元)\n" + Usccs.of(1) + ",甲公司,125000\n";
    assertThat(announce("energy.csv", text, energy).statusCode()).isEqualTo(201);
    String tax = stack.token(SamplePersons.first("department", "tax"));
    HttpResponse<String> other = announce("energy.csv", text, tax);
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(other.body()).path("detail").asText())
        .isEqualTo("“用能情况”只能由能源局（energy）上传，这里是税务局（tax）。");
    stack
        .s3()
        .client()
        .putObject(
            to -> to.bucket(LocalStack.BUCKET).key("uploads/energy/power-use/2025/energy.csv"),
            RequestBody.fromString(text));
    stack.wiring().awaitQuiet(Duration.ofMinutes(1));

    JsonNode upload = api.json("/v1/uploads?dataset=power-use", energy).at("/items/0");
    assertThat(upload.path("status").asText()).as(upload.toString()).isEqualTo("accepted");
    JsonNode row = api.json("/v1/uploads/" + upload.path("id").asText() + "/rows", energy);
    assertThat(row.at("/items/0/values/figure").asDouble()).isEqualTo(12.5);
    JsonNode arrival = arrival(2025, "power-use");
    assertThat(arrival.path("delivered").asBoolean()).isTrue();
    assertThat(arrival.path("ownerTitle").asText()).isEqualTo("能源局");
    assertThat(due(2025, "power-use")).isEqualTo("2026-02-20");
  }

  private HttpResponse<String> announce(String name, String text, String token) throws Exception {
    ObjectNode body = JSON.createObjectNode();
    body.put("dataset", "power-use").put("year", 2025).put("filename", name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    body.put("bytes", bytes.length).put("sha256", Sha256.hex(bytes));
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.api() + "/v1/uploads"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatIsNoDatasetIsRefused() throws Exception {
    ObjectNode content = (ObjectNode) api.json(MORE, bureau).path("value").deepCopy();
    ObjectNode schema = (ObjectNode) content.path("schema");
    schema.put("x-open", true).put("x-ordinal", 7);
    ((ObjectNode) schema.at("/fields/2")).put("x-ordinal", 7);
    ((ArrayNode) schema.path("x-checks"))
        .addObject()
        .put("check", "figure-at-most-other")
        .put("field", "figure")
        .put("dataset", "operations")
        .put("limit", "sales")
        .put("times", 1);

    HttpResponse<String> refused = put(MORE, content, bureau);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).at("/errors/0/detail").asText())
        .isEqualTo(
            "x-ordinal 应不小于 1000，收到：7；x-open 应为 false：目录之外的数据集只由部门上传；"
                + "字段 figure 是新增的，x-ordinal 应不小于 1000，收到：7；"
                + "字段 figure 的核对规则引用的 operations/sales 不在目录中");
    schema.remove("x-keyedByYear");
    assertThat(JSON.readTree(put(MORE, content, bureau).body()).at("/errors/0/detail").asText())
        .isEqualTo(
            "schema 不是数据集的表结构，可以 /v1/datasets/trade 的内容为样式："
                + "数据集 power-use：应有属性 x-keyedByYear，这里是 空的");
    assertThat(put("/v1/settings/datasets/operations.json", content, bureau).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNoFormOfTheDatasetIsRefused() throws Exception {
    ObjectNode content = form();
    ArrayNode fields = (ArrayNode) content.path("schema").path("fields");
    ((ObjectNode) fields.get(2)).put("type", "integer");
    ((ObjectNode) fields.get(fields.size() - 1)).put("x-ordinal", 99);

    HttpResponse<String> refused = put(FORM, content, bureau);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).at("/errors/0/detail").asText())
        .isEqualTo(
            "revenue 的 type 应与数据集一致，为 NUMBER，收到：INTEGER；"
                + "字段 powerUse 是新增的，x-ordinal 应不小于 1000，收到：99");
    assertThat(put("/v1/settings/catalogue/2025/nothing.json", content, bureau).statusCode())
        .isEqualTo(404);
  }

  private JsonNode arrival(int year, String dataset) {
    return api.json("/v1/years/" + year + "/completeness", bureau)
        .path("datasets")
        .valueStream()
        .filter(one -> one.path("dataset").asText().equals(dataset))
        .findFirst()
        .orElseThrow();
  }

  private String due(int year, String dataset) {
    return arrival(year, dataset).path("due").asText();
  }
}
