package innovation.points.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.stack.GoldenStack;
import innovation.points.local.LocalDynamoDb;
import innovation.points.person.Person;
import innovation.points.store.brief.Brief;
import innovation.points.store.brief.BriefState;
import innovation.points.store.brief.Briefs;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A running stack with the golden zone and with one of everything that the address of a described
 * operation names, and who may call it.
 */
final class DescribedZone implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final int YEAR = 2025;
  static final String DRAFT = "draft";
  static final String ALLOCATION =
      "{\"budget\":%d,\"method\":\"share-of-points\",\"stages\":[{\"stage\":\"growth\"}]}";
  static final String BANKS =
      "{\"banks\":[{\"id\":\"sample-bank\",\"name\":\"示范银行\",\"clients\":[\"risk-1\"],"
          + "\"callsPerHour\":%d}]}";
  static final String GRANT =
      "{\"bank\":\"sample-bank\",\"scope\":\"card\",\"until\":\"%s\",\"purpose\":\"贷款审查\"}";

  private final GoldenStack stack = new GoldenStack();
  private final HttpClient http = HttpClient.newHttpClient();
  private String uscc = "";
  private String excluded = "";
  private String run = "";
  private String dryRun = "";
  private String upload = "";
  private String rebuild = "";
  private String letter = "";
  private String question = "";
  private String allocation = "";
  private String grant = "";

  /** Fills the stack with all that a call can name. */
  void fill() throws Exception {
    stack.upload();
    stack.publish(YEAR - 1);
    stack.publish(YEAR);
    uscc = first("/v1/years/2025/rankings?limit=1").path("uscc").asText();
    excluded = first("/v1/years/2025/scores?status=excluded&limit=1").path("uscc").asText();
    run = first("/v1/years/2025/recomputations?limit=1").path("id").asText();
    upload = first("/v1/uploads?dataset=operations&limit=1").path("id").asText();
    prepareTheNotice();
    prepareTheBank();
    stack.put(
        "rulebooks/%s.yaml".formatted(DRAFT),
        """
        id: %s
        title: 草稿
        extends: xinxiang-2022-110
        effectiveFrom: 2027-01-01
        coverage: {atLeast: 1/2}
        """
            .formatted(DRAFT));
    allocation = allocated(100);
    brief(new Quarter(2026, 3), BriefState.ASKED, BriefState.APPROVED);
    brief(new Quarter(2026, 2), BriefState.ASKED);
    rebuild =
        JSON.readTree(send("POST", "/v1/rebuilds", bureau().sending("{\"dryRun\":true}")).body())
            .path("id")
            .asText();
    dryRun =
        JSON.readTree(
                send("POST", "/v1/years/2025/recomputations", bureau().sending("{\"dryRun\":true}"))
                    .body())
            .path("id")
            .asText();
  }

  /** A brief that says nothing, in a state. */
  private void brief(Quarter quarter, BriefState... states) {
    List<Brief.Step> steps =
        Stream.of(states)
            .map(
                state ->
                    new Brief.Step(
                        state,
                        Person.DAILY,
                        quarter.last().plusDays(1).atStartOfDay(OfficialTime.ZONE).toInstant(),
                        null))
            .toList();
    new Briefs(stack.tables(), LocalDynamoDb.SCORES)
        .save(
            new Brief(
                quarter.toString(),
                quarter.first(),
                quarter.last(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                steps,
                1),
            List.of());
  }

  String allocated(int budget) throws Exception {
    Ask ask = bureau().sending(ALLOCATION.formatted(budget));
    return JSON.readTree(send("POST", "/v1/years/2025/allocations", ask).body())
        .path("id")
        .asText();
  }

  /** Admits a bank, to which the enterprise has granted all. */
  private void prepareTheBank() throws Exception {
    for (Ask person : List.of(bureau(), approver())) {
      send("PUT", "/v1/settings/banks.json", person.sending(BANKS.formatted(1000)));
    }
    for (String scope : List.of("card", "profile", "history")) {
      String body = GRANT.replace("card", scope).formatted(LocalDate.now(OfficialTime.ZONE));
      HttpResponse<String> given =
          send("POST", "/v1/enterprises/%s/grants".formatted(uscc), owner().sending(body));
      grant = JSON.readTree(given.body()).path("id").asText();
    }
  }

  /** Opens the notice period, asks a question, issues a letter. */
  private void prepareTheNotice() throws Exception {
    String until = LocalDate.now(OfficialTime.ZONE).plusDays(10).toString();
    send(
        "POST",
        "/v1/years/2025/publication",
        approver().sending("{\"generation\":\"" + run + "\",\"noticeUntil\":\"" + until + "\"}"));
    String enterprise = "/v1/years/2025/enterprises/" + uscc;
    letter =
        JSON.readTree(send("POST", enterprise + "/letters", bureau()).body()).path("code").asText();
    question =
        JSON.readTree(send("POST", "/v1/questions", owner().sending(asked("1.1", "有误"))).body())
            .path("id")
            .asText();
  }

  String asked(String indicator, String text) {
    return """
    {"year":2025,"uscc":"%s","about":{"kind":"indicator","id":"%s"},"text":"%s"}
    """
        .formatted(uscc, indicator, text);
  }

  /** The API's document. */
  JsonNode document() throws Exception {
    return JSON.readTree(send("GET", "/v1/openapi.json", Ask.PUBLIC).body());
  }

  GoldenStack stack() {
    return stack;
  }

  /** An enterprise with a public score. */
  String uscc() {
    return uscc;
  }

  /** An enterprise that is excluded from the year. */
  String excluded() {
    return excluded;
  }

  /** The run that is published. */
  String run() {
    return run;
  }

  /** A run that only tries. */
  String dryRun() {
    return dryRun;
  }

  Ask bureau() {
    return Ask.by(stack.token(List.of("bureau"), null, null));
  }

  Ask approver() {
    return Ask.by(stack.token(List.of("approver"), null, null));
  }

  Ask owner() {
    return Ask.by(stack.token(List.of("enterprise"), null, uscc));
  }

  /** The program of a bank. */
  Ask program() {
    return Ask.by(stack.token("risk-1"));
  }

  Ask asker(Operation operation) {
    if (operation.isPublic()) {
      return Ask.PUBLIC;
    }
    if (operation.roles().equals(List.of("bank"))) {
      return program();
    }
    return operation.roles().contains("bureau")
        ? bureau()
        : operation.roles().contains("approver") ? approver() : owner();
  }

  Map<String, String> values(Operation operation) {
    var values = new LinkedHashMap<String, String>();
    for (Operation.Parameter parameter : operation.in("path")) {
      values.put(
          parameter.name(),
          switch (parameter.name()) {
            case "uscc" -> uscc;
            case "id" -> id(operation, parameter);
            case "code" -> letter;
            default -> parameter.example();
          });
    }
    return values;
  }

  private String id(Operation operation, Operation.Parameter parameter) {
    String path = operation.path();
    return path.contains("recomputations")
        ? run
        : path.contains("uploads")
            ? upload
            : path.contains("rebuilds")
                ? rebuild
                : path.contains("allocations")
                    ? allocation
                    : path.contains("questions")
                        ? question
                        : path.contains("grants")
                            ? grant
                            : path.matches(".*/rulebook(s/.+/|-files/).*")
                                ? DRAFT
                                : parameter.example();
  }

  /** The one in force of the newest year. */
  String generation() throws Exception {
    return first("/v1/years").path("generation").asText();
  }

  JsonNode first(String address) throws Exception {
    return JSON.readTree(send("GET", address, bureau()).body()).path("items").path(0);
  }

  HttpResponse<String> send(String method, String address, Ask ask) throws Exception {
    var request = HttpRequest.newBuilder(stack.address().resolve(address));
    boolean posts = method.equals("POST") || method.equals("PUT");
    String body = ask.body();
    request.method(
        method, posts && body != null ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
    if (posts && !ask.headers().containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    ask.headers().forEach(request::header);
    if (ask.token() != null) {
      request.header("Authorization", "Bearer " + ask.token());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
    stack.close();
  }
}
