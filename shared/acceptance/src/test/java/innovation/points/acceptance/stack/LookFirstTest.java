package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.gateway.SamplePersons;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactsTable;
import innovation.points.testkit.Usccs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a department sees of its file before it counts, and after (contract §3), over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookFirstTest {

  private static final Duration QUIET = Duration.ofMinutes(4);
  private static final String A = Usccs.of(1);
  private static final String B = Usccs.of(2);
  private static final String C = Usccs.of(3);
  private static final String HEADER = "统一社会信用代码,企业名称,营业收入(万元)\n";

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  private final ApiClient api = new ApiClient(stack);
  private final HttpClient http = HttpClient.newHttpClient();
  private final String tax = stack.token(SamplePersons.first("department", "tax"));
  private final String auditor = stack.token(SamplePersons.first("auditor", null));
  private final String hr = stack.token(List.of("department"), "hr", null);

  @AfterAll
  void stop() {
    http.close();
    stack.close();
  }

  @Test
  void rowsAreShownWithTheirStatus() throws Exception {
    JsonNode upload =
        send(2025, "rows.csv", HEADER + A + ",甲,1\n" + B + ",乙,many\n合计,,2\n" + C + ",丙,3\n");

    assertThat(summary(all(upload, "/rows")))
        .containsExactly(
            "2 " + A + " 甲 accepted {name=甲, revenue=1.0}",
            "3 " + B + " 乙 rejected {name=乙} not-a-number",
            "4 null null note {}",
            "5 " + C + " 丙 accepted {name=丙, revenue=3.0}");
    assertThat(summary(all(upload, "/rows?status=rejected"))).hasSize(1);
  }

  @Test
  void pagesOfRowsHaveEveryRowOnce() throws Exception {
    var text = new StringBuilder(HEADER);
    for (int i = 0; i < 1_100; i++) {
      text.append(Usccs.of(i)).append(",,").append(i % 10 == 0 ? "x" : i).append('\n');
    }
    JsonNode upload = send(2024, "pages.csv", text.toString());

    assertThat(all(upload, "/rows?limit=200")).hasSize(1_100);
    assertThat(all(upload, "/rows?status=rejected&limit=7"))
        .hasSize(110)
        .extracting(row -> row.path("row").asInt())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aNewVersionIsComparedWithTheOneInForce() throws Exception {
    send(2023, "a.csv", HEADER + A + ",甲,1\n" + B + ",乙,2\n");

    JsonNode upload = send(2023, "a.csv", HEADER + A + ",甲,1\n" + B + ",乙,\n" + C + ",丙,3\n");

    JsonNode changes = api.json(path(upload, "/changes"), tax);
    assertThat(changes.path("added").asInt()).isEqualTo(1);
    assertThat(changes.path("changed").asInt()).isEqualTo(1);
    assertThat(changes.path("withdrawn").asInt()).isZero();
    assertThat(changes.path("items").toString())
        .contains(
            "{\"uscc\":\"%s\",\"name\":\"乙\",\"change\":\"changed\",\"item\":{},\"fields\":"
                    .formatted(B)
                + "[{\"field\":\"revenue\",\"before\":2.0,\"after\":null}]}");
  }

  @Test
  void aNewFileIsComparedWithTheOthersOfItsSource() throws Exception {
    JsonNode first = send(2022, "first.csv", HEADER + A + ",甲,1\n" + B + ",乙,2\n");
    assertThat(api.json(path(first, "/changes"), tax).path("added").asInt()).isEqualTo(2);

    JsonNode second = send(2022, "second.csv", HEADER + B + ",乙,5\n" + C + ",丙,3\n");

    JsonNode changes = api.json(path(second, "/changes"), tax);
    assertThat(
            List.of(
                changes.path("added").asInt(),
                changes.path("changed").asInt(),
                changes.path("withdrawn").asInt()))
        .containsExactly(1, 1, 0);
  }

  @Test
  void aFileThatIsOnlyCheckedChangesNothing() throws Exception {
    send(2020, "a.csv", HEADER + A + ",甲,1\n");

    JsonNode checked = send(2020, "a.csv", HEADER + A + ",甲,2\n" + B + ",乙,x\n", true);

    assertThat(checked.path("key").asText()).isEqualTo("checks/tax/operations/2020/a.csv");
    assertThat(checked.path("status").asText()).isEqualTo("checked");
    assertThat(checked.path("verdict").asText()).isEqualTo("partial");
    assertThat(checked.path("report").path("xlsx").asText()).contains("/reports/checks/");
    assertThat(api.json(path(checked, "/changes"), tax).path("changed").asInt()).isEqualTo(1);
    assertThat(all(checked, "/rows?status=rejected")).hasSize(1);
    JsonNode listed = api.json("/v1/uploads?year=2020", tax).path("items");
    assertThat(listed.findValuesAsText("status")).containsExactly("accepted");
    assertThat(api.json("/v1/uploads?year=2020&status=checked", tax).path("items")).hasSize(1);
    assertThat(revenue(A, 2020)).isEqualTo(Optional.of(Value.of(1)));

    JsonNode again = send(2020, "a.csv", HEADER + A + ",甲,2\n" + B + ",乙,x\n", true);
    assertThat(again.path("status").asText()).isEqualTo("checked");
  }

  @Test
  void aHeldFileIsReadAsAPersonSays() throws Exception {
    send(2018, "a.csv", table(100));
    JsonNode held = send(2019, "a.csv", table(1_200_000));
    assertThat(held.path("status").asText()).isEqualTo("held");
    assertThat(revenue(A, 2019)).isEmpty();

    JsonNode read = confirm(held, "{\"reason\":\"系统导出的金额是元\",\"unit\":\"元\"}");

    assertThat(read.path("status").asText()).isEqualTo("accepted");
    assertThat(revenue(A, 2019)).isEqualTo(Optional.of(Value.of(120.0001)));
    assertThat(read.path("reading").path("sentence").asText()).startsWith("金额按元（见确认）读取");
    assertThat(read.path("confirmation").path("reason").asText()).isEqualTo("系统导出的金额是元");
    assertThat(read.path("confirmation").path("by").path("role").asText()).isEqualTo("department");

    assertOnRecord(
        "upload.confirmed", "liu.yang uploads/tax/operations/2019/a.csv 系统导出的金额是元 accepted");

    JsonNode again = confirm(read, "{\"reason\":\"看错了\",\"unit\":\"千元\"}");
    assertThat(again.path("status").asText()).isEqualTo("accepted");
    assertThat(revenue(A, 2019)).isEqualTo(Optional.of(Value.of(120_000.1)));
    assertThat(rebuilt()).isTrue();
  }

  private static String table(int factor) {
    var text = new StringBuilder("统一社会信用代码,营业收入\n");
    for (int i = 1; i <= 6; i++) {
      text.append(Usccs.of(i)).append(',').append(factor + i).append('\n');
    }
    return text.toString();
  }

  @Test
  void whatWasSaidOfColumnsIsKeptForTheNextFile() throws Exception {
    String header = "统一社会信用代码,本期数（自查）\n";
    JsonNode refused = send(2016, "a.csv", header + A + ",7\n");
    assertThat(refused.path("status").asText()).isEqualTo("rejected");

    JsonNode read =
        confirm(refused, "{\"reason\":\"就是营业收入\",\"columns\":{\"本期数（自查）\":\"revenue\"}}");

    assertThat(read.path("status").asText()).isEqualTo("accepted");
    assertThat(revenue(A, 2016)).isEqualTo(Optional.of(Value.of(7)));
    JsonNode next = send(2017, "a.csv", header + A + ",8\n");
    assertThat(next.path("status").asText()).isEqualTo("accepted");
    JsonNode warning = next.path("warnings").path(0);
    assertThat(warning.path("code").asText()).isEqualTo("mapped-as-confirmed");
    assertThat(warning.path("message").asText())
        .matches("B 列“本期数（自查）”按.+（\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d）的确认，作为“营业收入\\(万元\\)”读取。");

    String kept = "/v1/mappings/tax/operations";
    assertThat(api.json(kept, tax).path("items").findValuesAsText("field"))
        .containsExactly("revenue");
    assertThat(api.get(kept, hr).statusCode()).isEqualTo(403);
    String removal = "{\"header\":\"本期数（自查）\"}";
    assertThat(api.post(kept + "/removal", tax, removal).statusCode()).isEqualTo(200);
    assertThat(api.post(kept + "/removal", tax, removal).statusCode()).isEqualTo(404);
    assertOnRecord("settings.changed", "liu.yang settings/mappings/tax/operations.json  done");
    assertThat(send(2017, "a.csv", header + A + ",9\n").path("status").asText())
        .isEqualTo("rejected");
    assertThat(revenue(A, 2017)).isEqualTo(Optional.of(Value.of(8)));
  }

  @Test
  void onlyWhoMaySayWhatAFileIsSaysIt() throws Exception {
    JsonNode upload = send(2015, "a.csv", HEADER + A + ",甲,1\n");
    String path = path(upload, "/confirmation");
    String good = "{\"reason\":\"x\",\"unit\":\"元\"}";

    assertThat(api.post(path, hr, good).statusCode()).isEqualTo(403);
    assertThat(api.post(path, null, good).statusCode()).isEqualTo(401);
    HttpResponse<String> refused =
        api.post(path, tax, "{\"reason\":\" \",\"unit\":\"斤\",\"columns\":{\"甲\":\"x\"}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(ApiClient.read(refused.body()).path("errors").findValuesAsText("detail"))
        .containsExactly(
            "字段 reason 应写明理由，1 到 500 个字，收到 0 个字",
            "字段 unit 应为能换算成万元的金额单位，收到：斤",
            "“经营情况”没有字段 x，全部字段见 /v1/datasets/operations");
    assertThat(
            ApiClient.read(api.post(path, tax, "{\"reason\":\"x\",\"unit\":\"万美元\"}").body())
                .path("detail")
                .asText())
        .as("figures in it would be read as they were before, and be in force")
        .isEqualTo("字段 unit 应为能换算成万元的金额单位，收到：万美元");
  }

  @Test
  void aFileIsWithdrawnWithAReason() throws Exception {
    JsonNode upload = send(2014, "a.csv", HEADER + A + ",甲,1\n");
    JsonNode second = send(2014, "b.csv", HEADER + B + ",乙,1\n");
    assertThat(second.path("warnings").findValuesAsText("code")).contains("second-file");
    assertThat(second.path("alsoInForce").path(0).asText())
        .isEqualTo("uploads/tax/operations/2014/a.csv");
    String order = "{\"reason\":\"传错了年度\"}";
    assertThat(api.post(path(upload, "/withdrawal"), hr, order).statusCode()).isEqualTo(403);

    assertThat(api.post(path(upload, "/withdrawal"), tax, order).statusCode()).isEqualTo(202);

    stack.wiring().awaitQuiet(QUIET);
    JsonNode gone = api.json(path(upload, ""), tax);
    assertThat(gone.path("status").asText()).isEqualTo("withdrawn");
    assertThat(gone.path("withdrawal").path("reason").asText()).isEqualTo("传错了年度");
    assertOnRecord(
        "upload.withdrawn",
        "liu.yang uploads/tax/operations/2014/a.csv 传错了年度 ordered",
        "system:s3 uploads/tax/operations/2014/a.csv  done");
    assertThat(revenue(A, 2014)).isEmpty();
    assertThat(api.json(path(second, ""), tax).path("alsoInForce")).isEmpty();
    assertThat(api.post(path(upload, "/withdrawal"), tax, order).statusCode()).isEqualTo(409);
    assertThat(api.post(path(upload, "/confirmation"), tax, order).statusCode()).isEqualTo(409);
    assertThat(rebuilt()).isTrue();
  }

  /** Says something of a file and waits for what becomes of it. */
  private JsonNode confirm(JsonNode upload, String saying) throws Exception {
    HttpResponse<String> taken = api.post(path(upload, "/confirmation"), tax, saying);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    stack.wiring().awaitQuiet(QUIET);
    JsonNode read = api.json(path(upload, ""), tax);
    assertThat(read.path("confirmation").path("at"))
        .isEqualTo(ApiClient.read(taken.body()).path("at"));
    return read;
  }

  /** Whether the tables are as the bucket says. */
  private boolean rebuilt() throws Exception {
    HttpResponse<String> ordered = api.post("/v1/rebuilds", api.bureau(), "{\"dryRun\":true}");
    stack.wiring().awaitQuiet(QUIET);
    String id = ApiClient.read(ordered.body()).path("id").asText();
    return api.json("/v1/rebuilds/" + id, api.bureau()).path("equal").asBoolean();
  }

  private Optional<Value> revenue(String uscc, int year) {
    var facts = new FactsTable(stack.tables().client(), LocalDynamoDb.FACTS).read(uscc);
    return Optional.ofNullable(facts.year(year).facts().get("revenue")).map(Fact::value);
  }

  @Test
  void anotherDepartmentSeesNothingOfIt() throws Exception {
    JsonNode upload = send(2021, "a.csv", HEADER + A + ",甲,1\n");

    assertThat(api.get(path(upload, "/rows"), hr).statusCode()).isEqualTo(403);
    assertThat(api.get(path(upload, "/changes"), hr).statusCode()).isEqualTo(403);
    assertThat(api.get(path(upload, "/rows"), null).statusCode()).isEqualTo(401);
  }

  private static String path(JsonNode upload, String rest) {
    return "/v1/uploads/" + upload.path("id").asText() + rest;
  }

  private List<JsonNode> all(JsonNode upload, String rest) {
    var items = new ArrayList<JsonNode>();
    String path = path(upload, rest);
    JsonNode page = api.json(path, tax);
    page.path("items").forEach(items::add);
    while (page.has("nextCursor")) {
      String cursor =
          (path.contains("?") ? "&" : "?") + "cursor=" + page.path("nextCursor").asText();
      page = api.json(path + cursor, tax);
      page.path("items").forEach(items::add);
    }
    return items;
  }

  private static List<String> summary(List<JsonNode> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %s %s %s %s %s"
                    .formatted(
                        row.path("row").asText(),
                        row.path("uscc").asText(),
                        row.path("name").asText(),
                        row.path("status").asText(),
                        values(row),
                        String.join(",", row.path("problems").findValuesAsText("code")))
                    .strip())
        .toList();
  }

  private static Map<String, String> values(JsonNode row) {
    var values = new TreeMap<String, String>();
    row.path("values")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    return values;
  }

  /** Sends a file as a page does, and waits for what becomes of it. */
  @Test
  void ofSeveralTablesTheOneThatAPersonNamesIsRead() throws Exception {
    String sheets =
        "一园\n" + HEADER + A + ",甲,1\n\n二园\n" + HEADER.replace("企业名称", "名称") + B + ",乙,2\n";
    JsonNode held = send(2010, "tables.csv", sheets);
    assertThat(held.path("status").asText()).isEqualTo("held");
    assertThat(held.path("problems").path(0).path("message").asText())
        .isEqualTo("文件里有 2 张表都可能是 2010 年的数据：第 2 行起的表、第 6 行起的表；请确认采用哪一张，或只留一张后再传。");
    assertThat(held.path("reading").path("tables").valueStream().map(JsonNode::asText))
        .containsExactly("第 2 行起的表", "第 6 行起的表");
    assertThat(revenue(A, 2010)).isEmpty();

    JsonNode read = confirm(held, "{\"reason\":\"只报二园\",\"table\":\"第 6 行起的表\"}");

    assertThat(read.path("status").asText()).isEqualTo("accepted");
    assertThat(revenue(A, 2010)).isEmpty();
    assertThat(revenue(B, 2010)).isEqualTo(Optional.of(Value.of(2)));
    assertThat(read.path("warnings").findValuesAsText("message"))
        .contains("第 2 行起的表没有读取：已按确认采用第 6 行起的表。");
    assertOnRecord(
        "upload.confirmed", "liu.yang uploads/tax/operations/2010/tables.csv 只报二园 accepted");
  }

  /** Waits until the trail says who did it to what, why, and what came of it. */
  private void assertOnRecord(String action, String... expected) throws Exception {
    List<String> items = List.of();
    long end = System.nanoTime() + QUIET.toNanos();
    while (!items.containsAll(List.of(expected)) && System.nanoTime() < end) {
      Thread.sleep(200);
      items =
          api.json("/v1/audit?limit=200&action=" + action, auditor)
              .path("items")
              .valueStream()
              .map(LookFirstTest::recorded)
              .toList();
    }
    assertThat(items).contains(expected);
  }

  private static String recorded(JsonNode item) {
    return "%s %s %s %s"
        .formatted(
            item.path("person").path("sub").asText(),
            item.path("object").asText(),
            item.path("reason").asText(),
            item.path("result").asText());
  }

  private JsonNode send(int year, String filename, String text) throws Exception {
    return send(year, filename, text, false);
  }

  private JsonNode send(int year, String filename, String text, boolean checkOnly)
      throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("dataset", "operations").put("year", year).put("filename", filename);
    body.put("bytes", bytes.length).put("checkOnly", checkOnly);
    body.put(
        "sha256", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    HttpResponse<String> announced = api.post("/v1/uploads", tax, body.toString());
    assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
    JsonNode answer = ApiClient.read(announced.body());
    var put =
        HttpRequest.newBuilder(URI.create(answer.path("put").path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    answer
        .path("put")
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (!header.getKey().equalsIgnoreCase("content-length")) {
                put.header(header.getKey(), header.getValue().asText());
              }
            });
    assertThat(http.send(put.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    stack.wiring().awaitQuiet(QUIET);
    return api.json("/v1/uploads/" + answer.path("id").asText(), tax);
  }
}
