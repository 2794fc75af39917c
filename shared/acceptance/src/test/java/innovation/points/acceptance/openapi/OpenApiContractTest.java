package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.FurtherDataset;
import innovation.points.local.LocalDynamoDb;
import innovation.points.web.time.OfficialTime;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes every documented call to a running stack with the golden zone and checks every answer
 * against the document: its status, media type and body, which must have no undocumented
 * properties. In the end every documented status must have occurred.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiContractTest {

  /** A cursor is of one list, a digest of one text; fields are chosen of lines alone. */
  private static final Set<String> LISTED = Set.of("cursor", "digest", "fields");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answers too large to produce here; the limits are tested in their modules. */
  private static final String TOO_LARGE = "413";

  private final DescribedZone zone = new DescribedZone();
  private final Map<String, Set<String>> seen = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private JsonNode document = JSON.createObjectNode();
  private List<Operation> operations = List.of();
  private @Nullable AnswerSchemas schemas;

  private static final String REASON = "{\"reason\":\"理由\"}";
  private static final String LIMITS =
      "{\"incompleteShare\":0.2,\"rankedDrop\":0.2,\"medianShift\":5}";
  private static final String HOLIDAYS =
      "{\"year\":2026,\"holidays\":[\"2026-10-01\"],\"workdays\":[]}";
  private static final String FORM =
      "{\"year\":2025,\"dataset\":\"operations\",\"schema\":%s}"
          .formatted(
              Catalogue.load()
                  .dataset("operations")
                  .orElseThrow()
                  .schema()
                  .replace("CXJF-02", "CXJF-02-2025"));

  private static final String DATASET =
      "{\"dataset\":\"power-use\",\"schema\":%s}".formatted(FurtherDataset.draft("power-use"));

  @BeforeAll
  void fill() throws Exception {
    zone.fill();
    document = zone.document();
    operations = Operation.of(document);
    schemas = new AnswerSchemas(document);
  }

  @AfterAll
  void stop() {
    zone.close();
  }

  @Test
  void everyAnswerIsAsDescribed() throws Exception {
    for (Operation operation : operations) {
      if (operation.method().equals("GET")) {
        read(operation);
      }
      refusals(operation);
    }
    writes();
    decisions();
    payments();
    briefs();
    special();
    files();
    assertThat(faults).isEmpty();
    var missing = new ArrayList<String>();
    for (Operation operation : operations) {
      for (String status : operation.statuses()) {
        if (!status.equals(TOO_LARGE)
            && !seen.getOrDefault(operation.key(), Set.of()).contains(status)) {
          missing.add(operation.key() + " " + status);
        }
      }
    }
    assertThat(missing).as("described, but no call here has it for an answer").isEmpty();
  }

  /**
   * Requests a successful answer in every format with every parameter, and that it is not modified.
   */
  private void read(Operation operation) throws Exception {
    String address = operation.at(zone.values(operation));
    Ask ask = zone.asker(operation);
    String required = query(operation, true);
    HttpResponse<String> plain = check(operation, address + required, ask);
    plain
        .headers()
        .firstValue("ETag")
        .ifPresent(tag -> tryCheck(operation, address + required, ask.with("If-None-Match", tag)));
    check(operation, address + query(operation, false), ask);
    for (Operation.Parameter parameter : operation.in("query")) {
      if (parameter.name().equals("format")) {
        for (JsonNode format : parameter.node().at("/schema/enum")) {
          String form = (required.isEmpty() ? "?" : required + "&") + "format=" + format.asText();
          check(operation, address + form, ask);
        }
      } else if (!LISTED.contains(parameter.name()) && required.isEmpty()) {
        check(operation, address + "?" + parameter.name() + "=" + value(parameter), ask);
      }
    }
    JsonNode page = isJson(plain) ? JSON.readTree(plain.body()) : JSON.createObjectNode();
    if (page.path("items").isArray()) {
      lines(operation, address + required, ask, page);
    }
    if (page.has("nextCursor")) {
      check(operation, address + "?cursor=" + page.path("nextCursor").asText(), ask);
    }
  }

  /** A list is given as lines too: at least the items of its first part, of the same kind. */
  private void lines(Operation operation, String address, Ask ask, JsonNode page) throws Exception {
    Ask wanted = ask.with("Accept", "application/x-ndjson");
    List<String> lines = check(operation, address, wanted).body().lines().toList();
    for (int i = 0; i < page.path("items").size(); i++) {
      JsonNode item = page.path("items").path(i);
      if (i >= lines.size() || JSON.readTree(lines.get(i)).getNodeType() != item.getNodeType()) {
        faults.add(operation.key() + ": no line for the item " + item);
      }
    }
  }

  /** With a key that the caller has used for something else. */
  private Ask used(Ask ask) throws Exception {
    String claims = Objects.requireNonNull(ask.token()).split("\\.", -1)[1];
    String sub = JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sub").asText();
    zone.stack()
        .tables()
        .putItem(
            put ->
                put.tableName(LocalDynamoDb.SCORES)
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("repeat#" + sub),
                            "sk", AttributeValue.fromS("used"),
                            "digest", AttributeValue.fromS("another"),
                            "until", AttributeValue.fromN("9999999999"))));
    return ask.with("Idempotency-Key", "used");
  }

  /** Requests every refusal. */
  private void refusals(Operation operation) throws Exception {
    Map<String, String> values = zone.values(operation);
    String address = operation.at(values);
    Ask ask = zone.asker(operation);
    Set<String> statuses = Set.copyOf(operation.statuses());
    if (operation.method().equals("GET")) {
      check(operation, address + "?unknown=1", ask, 400);
      for (String name : parametersOfOthers(operation)) {
        check(operation, address + "?" + name + "=1", ask, 400);
      }
    } else if (!operation.node().has("requestBody")) {
      check(operation, address + "?unknown=1", ask, 400);
    } else {
      check(operation, address, ask.sending("{\"unknown\":1}"), 400);
      check(operation, address, ask.sending("{}").with("Content-Type", "text/plain"), 415);
    }
    if (!operation.isPublic()) {
      check(operation, address, Ask.PUBLIC.sending("{}"), 401);
      if (statuses.contains("403")) {
        String stranger = zone.stack().token(List.of("enterprise"), null, zone.excluded());
        Ask other =
            operation.roles().contains("enterprise") && !operation.path().contains("{uscc}")
                ? Ask.by(zone.stack().token(List.of("visitor"), null, null))
                : Ask.by(stranger);
        check(operation, address, other.sending("{}"), 403);
      }
    }
    if (statuses.contains("422") && !operation.path().endsWith("/recomputations")) {
      check(operation, address, used(ask).sending("{}"), 422);
    }
    if (statuses.contains("406")) {
      Ask strange = operation.method().equals("GET") ? ask : ask.sending("{\"changes\":{}}");
      check(operation, address + query(operation, true), strange.with("Accept", "image/png"), 406);
    }
    if (statuses.contains("404")) {
      var unknown = new HashMap<>(values);
      unknown.replace("year", "2001");
      unknown.replace("id", "none");
      unknown.replace("quarter", "2001-Q1");
      unknown.replace("code", "none");
      unknown.replace("file", "none");
      unknown.replace("source", "none");
      unknown.replace("department", "none");
      if (operation.roles().contains("bureau") || operation.isPublic()) {
        unknown.replace("uscc", "91350100M000100Y43");
      }
      String query =
          operation.in("query").stream().anyMatch(p -> p.name().equals("q"))
              ? "?q=a&year=2001"
              : query(operation, true);
      Ask none =
          switch (operation.node().path("operationId").asText()) {
            case "publish" -> ask.sending("{\"generation\":\"none\"}");
            case "simulate" -> ask.sending("{\"changes\":{}}");
            case "ask" -> ask.sending(zone.asked("1.1", "有误").replace("2025", "2001"));
            case "changeSetting" -> ask.sending(LIMITS);
            case "changeHolidays" -> ask.sending(HOLIDAYS);
            case "changeFormOfYear" -> ask.sending(FORM);
            case "changeZoneDataset" -> ask.sending(DATASET);
            case "removeMapping" -> ask.sending("{\"header\":\"本期\"}");
            case "confirmUpload",
                "withdrawUpload",
                "refuseRun",
                "submitRulebook",
                "approveRulebook",
                "refuseRulebook",
                "withdrawRulebook",
                "revokeLetter" ->
                ask.sending(REASON);
            case "assignQuestion" -> ask.sending("{\"department\":\"tax\"}");
            case "reopenQuestion" -> ask.sending(REASON);
            case "answerQuestion" -> ask.sending("{\"outcome\":\"upheld\",\"text\":\"属实\"}");
            default -> ask;
          };
      check(operation, operation.at(unknown) + query, none, 404);
    }
  }

  /** Input that the operation must refuse according to the document. */
  private Set<String> parametersOfOthers(Operation operation) {
    var names = new TreeSet<String>();
    for (Operation other : operations) {
      other.in("query").forEach(parameter -> names.add(parameter.name()));
    }
    operation.in("query").forEach(parameter -> names.remove(parameter.name()));
    // Every answer may be requested in its only format.
    names.remove("format");
    return names;
  }

  private void writes() throws Exception {
    call(
        "announceUpload",
        zone.bureau()
            .sending(
                "{\"dataset\":\"operations\",\"year\":2025,\"filename\":\"a.csv\",\"bytes\":1,"
                    + "\"sha256\":\""
                    + "0".repeat(64)
                    + "\"}"),
        201);
    call("orderRebuild", zone.bureau().sending("{\"dryRun\":true}"), 202);
    call(
        "selfReport",
        zone.owner()
            .sending(
                "{\"dataset\":\"operations\",\"year\":2025,\"uscc\":\""
                    + zone.uscc()
                    + "\",\"rows\":[{\"revenue\":1500}]}"),
        201);
    call(
        "selfReport",
        zone.owner()
            .sending(
                "{\"dataset\":\"operations\",\"year\":2025,\"uscc\":\""
                    + zone.uscc()
                    + "\",\"rows\":[{\"costs\":9}]}"),
        409);
    call("simulate", zone.bureau().sending("{\"changes\":{\"rdExpense\":520}}"), 200);
    call("tables", zone.bureau().sending("{\"rows\":\"park\",\"measure\":\"meanTotal\"}"), 200);
    call(
        "tryRulebook",
        zone.bureau()
            .sending(
                "{\"text\":\"id: trial\\ntitle: 试算\\nextends: xinxiang-2022-110\\n"
                    + "effectiveFrom: 2026-01-01\\n\"}"),
        200);
    call("orderRun", zone.bureau().sending("{\"publish\":false}"), 202);
    call("issueLetter", zone.bureau(), 201);
    call("ask", zone.owner().sending(zone.asked("1.1", "另有错误")), 409);
    call("ask", zone.owner().sending(zone.asked("1.2", "有误")), 201);
    call(
        "assignQuestion", zone.bureau().sending("{\"department\":\"tax\",\"workingDays\":5}"), 200);
    call("remindDepartment", zone.bureau(), 201);
    call("remindDepartment", zone.bureau(), 409);
    call("decisionPdf", zone.bureau(), 200);
    call("answerQuestion", zone.bureau().sending("{\"outcome\":\"upheld\",\"text\":\"属实\"}"), 409);
    call("closeQuestion", zone.owner().sending("{}"), 409);
    call(
        "answerQuestion",
        zone.bureau().sending("{\"outcome\":\"dismissed\",\"text\":\"一致\"}"),
        200);
    call("assignQuestion", zone.bureau().sending("{\"department\":\"hr\"}"), 409);
    call("reopenQuestion", zone.owner().sending("{\"reason\":\"另有材料\"}"), 200);
    call(
        "answerQuestion",
        zone.bureau().sending("{\"outcome\":\"dismissed\",\"text\":\"仍一致\"}"),
        200);
    call("reopenQuestion", zone.owner().sending("{\"reason\":\"再看\"}"), 409);
    call("closeQuestion", zone.owner().sending("{}"), 200);
    call("question", zone.owner(), 200);
    call("publish", zone.approver().sending("{\"generation\":\"" + zone.dryRun() + "\"}"), 409);
    call("publish", zone.approver().sending("{\"generation\":\"" + zone.run() + "\"}"), 200);
    call("refuseRun", zone.approver().sending(REASON), 409);
    Ask keyed = zone.bureau().with("Idempotency-Key", "k");
    call("orderRun", keyed.sending("{\"publish\":false}"), 202);
    call("orderRun", keyed.sending("{\"dryRun\":true}"), 422);
    gate();
  }

  /** Of the year before: one generation is refused, one published, and one asked for again. */
  private void gate() throws Exception {
    String runs = "/v1/years/%d/recomputations".formatted(DescribedZone.YEAR - 1);
    String publication = "/v1/years/%d/publication".formatted(DescribedZone.YEAR - 1);
    Ask order = zone.bureau().sending("{\"publish\":true}");
    String first = zone.first(runs).path("id").asText();
    String refused = ordered(order, runs);
    check(operation("orderRun"), runs, order, 409);
    awaited(runs, refused);
    check(
        operation("refuseRun"),
        "%s/%s/refusal".formatted(runs, refused),
        zone.approver().sending(REASON),
        200);
    String second = ordered(order, runs);
    awaited(runs, second);
    String body = "{\"generation\":\"%s\",\"override\":{\"reason\":\"理由\"}}";
    check(operation("publish"), publication, zone.approver().sending(body.formatted(second)), 200);
    check(operation("publish"), publication, zone.approver().sending(body.formatted(first)), 202);
    check(operation("run"), "%s/%s".formatted(runs, first), zone.bureau(), 200);
  }

  private String ordered(Ask order, String runs) throws Exception {
    return JSON.readTree(check(operation("orderRun"), runs, order, 202).body()).path("id").asText();
  }

  private void awaited(String runs, String id) throws Exception {
    String path = runs + "/" + id;
    while (!JSON.readTree(zone.send("GET", path, zone.bureau()).body()).hasNonNull("finishedAt")) {
      Thread.sleep(100);
    }
  }

  /** A file is read as a person says, then withdrawn. */
  private void files() throws Exception {
    call(
        "confirmUpload",
        zone.bureau().sending("{\"reason\":\"x\",\"columns\":{\"本期\":\"revenue\"}}"),
        202);
    zone.stack().settle();
    String found = "{\"outcome\":\"confirmed\"}";
    String own =
        zone.first("/v1/self-reports?year=2025&uscc=" + zone.uscc()).path("upload").asText();
    check(
        operation("verifySelfReport"),
        "/v1/uploads/%s/verification".formatted(own),
        zone.bureau().sending(found),
        202);
    call("verifySelfReport", zone.bureau().sending(found), 409);
    evidence("/v1/uploads/%s/evidence".formatted(own));
    call("removeMapping", zone.bureau().sending("{\"header\":\"本期\"}"), 200);
    call("withdrawUpload", zone.bureau().sending(REASON), 202);
    zone.stack().settle();
    call("withdrawUpload", zone.bureau().sending(REASON), 409);
    call("confirmUpload", zone.bureau().sending(REASON), 409);
  }

  private void evidence(String path) throws Exception {
    Ask sending =
        zone.owner()
            .sending(
                "{\"attachments\":[{\"filename\":\"a.pdf\",\"bytes\":1,\"sha256\":\"%s\"}]}"
                    .formatted("0".repeat(64)));
    check(operation("sendEvidence"), path, sending, 201);
    call("sendEvidence", sending, 409);
    check(operation("evidence"), path, zone.bureau(), 200);
  }

  /** A draft is submitted, refused, submitted again, approved, and withdrawn by two persons. */
  private void decisions() throws Exception {
    String file = "{\"id\":\"%s\",\"bytes\":1,\"sha256\":\"" + "0".repeat(64) + "\"}";
    call("announceRulebook", zone.bureau().sending(file.formatted("another")), 201);
    call("announceRulebook", zone.bureau().sending(file.formatted("xinxiang-2022-110")), 409);
    call("approveRulebook", zone.approver().sending(REASON), 409);
    call("refuseRulebook", zone.approver().sending(REASON), 409);
    call("submitRulebook", zone.bureau().sending(REASON), 200);
    call("refuseRulebook", zone.approver().sending(REASON), 200);
    call("submitRulebook", zone.bureau().sending(REASON), 200);
    call("approveRulebook", zone.approver().sending(REASON), 200);
    call("submitRulebook", zone.bureau().sending(REASON), 409);
    call("withdrawRulebook", zone.approver().sending(REASON), 409);
    call("withdrawRulebook", zone.bureau().sending(REASON), 202);
    call("rulebookFiles", zone.bureau(), 200);
    call("withdrawRulebook", zone.approver().sending(REASON), 200);
    bank();
    call("letters", zone.bureau(), 200);
    call("revokeLetter", zone.bureau().sending(REASON), 200);
    call("letters", zone.bureau(), 200);
    call("changeSetting", zone.approver().sending(LIMITS), 409);
    call("changeSetting", zone.bureau().sending(LIMITS), 202);
    call("setting", zone.bureau(), 200);
    call("changeSetting", zone.approver().sending(LIMITS), 200);
    call("setting", zone.bureau(), 200);
    call("changeHolidays", zone.approver().sending(HOLIDAYS), 409);
    call("changeHolidays", zone.bureau().sending(HOLIDAYS), 202);
    call("changeHolidays", zone.approver().sending(HOLIDAYS), 200);
    call("changeFormOfYear", zone.approver().sending(FORM), 409);
    call("changeFormOfYear", zone.bureau().sending(FORM), 202);
    call("changeFormOfYear", zone.approver().sending(FORM), 200);
    String further = DATASET.replace("新数据集", "用能情况");
    call("changeZoneDataset", zone.approver().sending(further), 409);
    call("changeZoneDataset", zone.bureau().sending(further), 202);
    call("changeZoneDataset", zone.approver().sending(further), 200);
  }

  /** A payment list is refused, asked for again, approved and paid; another one is stale then. */
  private void payments() throws Exception {
    Operation create = operation("createAllocation");
    Ask order = zone.bureau().sending(DescribedZone.ALLOCATION.formatted(200));
    check(create, "/v1/years/2001/allocations", order, 409);
    check(create, "/v1/years/2025/allocations", order, 201);
    String other = "/v1/years/2025/allocations/" + zone.allocated(200);
    Ask paid =
        zone.bureau().sending("{\"paidOn\":\"%s\"}".formatted(LocalDate.now(OfficialTime.ZONE)));
    call("approveAllocation", zone.approver(), 409);
    call("refuseAllocation", zone.approver().sending(REASON), 409);
    call("submitAllocation", zone.bureau(), 202);
    call("refuseAllocation", zone.approver().sending(REASON), 200);
    call("submitAllocation", zone.bureau(), 202);
    call("payAllocation", paid, 409);
    call("approveAllocation", zone.approver(), 200);
    call("submitAllocation", zone.bureau(), 200);
    check(operation("submitAllocation"), other + "/submission", zone.bureau(), 409);
    call("payAllocation", paid, 200);
    call("allocations", zone.bureau(), 200);
  }

  /** One brief is approved, another one refused. */
  private void briefs() throws Exception {
    String other = "/v1/brief-drafts/2026-Q2/";
    call("approveBrief", zone.approver(), 200);
    call("refuseBrief", zone.approver().sending(REASON), 409);
    check(operation("refuseBrief"), other + "refusal", zone.approver().sending(REASON), 200);
    check(operation("approveBrief"), other + "approval", zone.approver(), 409);
  }

  /** A bank reads until its quota is used up; its grants are withdrawn and given again. */
  private void bank() throws Exception {
    for (String id : List.of("granted", "profile", "history")) {
      call(id, zone.program(), 200);
    }
    String day = LocalDate.now(OfficialTime.ZONE).toString();
    call("giveGrant", zone.owner().sending(DescribedZone.GRANT.formatted(day)), 409);
    call("grants", zone.owner(), 200);
    call("withdrawGrant", zone.owner(), 200);
    call(
        "giveGrant",
        zone.owner().sending(DescribedZone.GRANT.replace("card", "history").formatted(day)),
        201);
    call(
        "changeSetting",
        "/v1/settings/banks.json",
        zone.bureau().sending(DescribedZone.BANKS.formatted(1)),
        202);
    call(
        "changeSetting",
        "/v1/settings/banks.json",
        zone.approver().sending(DescribedZone.BANKS.formatted(1)),
        200);
    for (String id : List.of("granted", "profile", "history")) {
      call(id, zone.program(), 429);
    }
  }

  /** Requests answers that only some enterprises have. */
  private void special() throws Exception {
    check(operation("rankings"), "/v1/years/2025/rankings?generation=none", Ask.PUBLIC, 410);
    String inForce = zone.generation();
    String ranking = "/v1/years/2025/rankings?generation=" + inForce;
    check(operation("rankings"), ranking, Ask.PUBLIC, 200);
    check(
        operation("rankings"),
        "/v1/years/2025/rankings?fields=name&format=ndjson",
        Ask.PUBLIC,
        200);
    check(operation("scores"), "/v1/years/2025/scores?generation=" + inForce, zone.bureau(), 200);
    String card = "/v1/years/2025/enterprises/" + zone.uscc();
    check(operation("score"), card + "?generation=none", Ask.PUBLIC, 410);
    Ask program = Ask.PUBLIC.with("Accept", "application/problem+json, application/json");
    check(operation("downloadYear"), "/v1/years/2025/download?format=xlsx", program, 200);
    check(operation("reportPdf"), "/v1/years/2025/report.pdf", program, 200);
    call("lookups", Ask.PUBLIC.sending("{\"usccs\":[\"%s\"]}".formatted(zone.uscc())), 200);
    for (String status : List.of("excluded", "incomplete")) {
      String one =
          zone.first("/v1/years/2025/scores?status=" + status + "&limit=1").path("uscc").asText();
      Operation profile = operation("profile");
      check(profile, "/v1/years/2025/enterprises/" + one + "/profile", zone.bureau(), 200);
      check(
          profile,
          "/v1/years/2025/enterprises/" + one + "/profile?edition=draft",
          zone.bureau(),
          200);
      check(operation("history"), "/v1/enterprises/" + one + "/history", zone.bureau(), 200);
      check(operation("score"), "/v1/years/2025/enterprises/" + one, Ask.PUBLIC, 404);
    }
    for (String cursor = ""; cursor != null; ) {
      JsonNode page =
          JSON.readTree(
              check(
                      operation("scores"),
                      "/v1/years/2025/scores?limit=50" + cursor,
                      zone.bureau(),
                      200)
                  .body());
      for (JsonNode item : page.path("items")) {
        String address = "/v1/years/2025/enterprises/" + item.path("uscc").asText();
        check(operation("profile"), address + "/profile", zone.bureau(), 200);
        check(
            operation("history"),
            "/v1/enterprises/" + item.path("uscc").asText() + "/history",
            zone.bureau(),
            200);
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : null;
    }
  }

  private void call(String id, Ask ask, int status) throws Exception {
    Operation operation = operation(id);
    check(operation, operation.at(zone.values(operation)), ask, status);
  }

  private void call(String id, String address, Ask ask, int status) throws Exception {
    check(operation(id), address, ask, status);
  }

  private Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.node().path("operationId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A query of all parameters except cursor, format and fields, or of the required ones only. */
  private String query(Operation operation, boolean onlyRequired) throws Exception {
    var pairs = new ArrayList<String>();
    for (Operation.Parameter parameter : operation.in("query")) {
      boolean left = parameter.name().equals("format") || LISTED.contains(parameter.name());
      if (!left && (!onlyRequired || parameter.node().path("required").asBoolean())) {
        pairs.add(parameter.name() + "=" + value(parameter));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String value(Operation.Parameter parameter) throws Exception {
    String value =
        switch (parameter.name()) {
          case "uscc" -> zone.uscc();
          case "generation" -> zone.generation();
          default -> parameter.example();
        };
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> check(Operation operation, String address, Ask ask)
      throws Exception {
    HttpResponse<String> answer = zone.send(operation.method(), address, ask);
    if (answer.statusCode() >= 400) {
      faults.add(
          operation.method() + " " + address + ": " + answer.statusCode() + " " + answer.body());
    }
    hold(operation, address, answer);
    return answer;
  }

  private void tryCheck(Operation operation, String address, Ask ask) {
    try {
      check(operation, address, ask, 304);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> check(Operation operation, String address, Ask ask, int status)
      throws Exception {
    HttpResponse<String> answer = zone.send(operation.method(), address, ask);
    if (answer.statusCode() != status) {
      faults.add(
          "%s %s: expected %d, found %d %s"
              .formatted(operation.method(), address, status, answer.statusCode(), answer.body()));
    }
    hold(operation, address, answer);
    return answer;
  }

  /** Checks an answer against the document. */
  private void hold(Operation operation, String address, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    String what = operation.method() + " " + address + " " + status;
    if (!operation.fits(operation.method(), address.replaceAll("\\?.*", ""))) {
      faults.add(what + ": not this operation");
    }
    seen.computeIfAbsent(operation.key(), _ -> new TreeSet<>()).add(status);
    JsonNode described =
        Operation.follow(document, operation.node().path("responses").path(status));
    if (described.isMissingNode()) {
      faults.add(what + ": this status is not described: " + answer.body());
      return;
    }
    for (Map.Entry<String, JsonNode> header : described.path("headers").properties()) {
      boolean required = Operation.follow(document, header.getValue()).path("required").asBoolean();
      if (required && answer.headers().firstValue(header.getKey()).isEmpty()) {
        faults.add(what + ": no header " + header.getKey());
      }
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll("\\s*;.*", "");
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        faults.add(what + ": a body where none is described");
      }
    } else if (!content.has(type)) {
      faults.add(what + ": this media type is not described: " + type);
    } else if (type.endsWith("json") && content.path(type).has("schema")) {
      for (String fault : checker().faults(content.path(type).path("schema"), answer.body())) {
        faults.add(what + ": " + fault);
      }
    }
  }

  private AnswerSchemas checker() {
    return Objects.requireNonNull(schemas);
  }

  private static boolean isJson(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
  }
}
