package innovation.points.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.Banks;
import innovation.points.testkit.ApiCall;
import innovation.points.web.access.Access;
import innovation.points.web.access.Issuer;
import innovation.points.web.access.Role;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Json;
import innovation.points.web.http.Parameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
  private static final Access BUREAU = new Access(Set.of(Role.BUREAU), null);
  private static final Access OFFICES = new Access(Set.of(Role.BUREAU, Role.DEPARTMENT), null);
  private static final Access OWN = new Access(Set.of(Role.BUREAU, Role.ENTERPRISE), "uscc");

  private static final String USCC = "91350100M000100Y43";
  private static final String OTHER = "914403001922038216";

  record Echo(String path, int year) {}

  record Times(Instant at, LocalDate on, @Nullable String none) {}

  record Numbers(double whole, double part, @Nullable Double large, BigDecimal yuan) {}

  record Order(String dataset, int year, @Nullable String source) {}

  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final String LONG = "一".repeat(5000);

  private final Api api =
      new Api(
          List.of(
              Route.get("/v1/years/{year}", Access.everybody(), ApiTest::year),
              Route.get("/v1/years/latest", Access.everybody(), _ -> Response.ok("latest")),
              Route.get("/v1/times", Access.everybody(), _ -> times()),
              Route.get(
                  "/v1/numbers",
                  Access.everybody(),
                  _ ->
                      Response.ok(
                          new Numbers(50, -0.25, 1.23456789012e11, new BigDecimal("1.5E5")))),
              Route.get("/v1/long", Access.everybody(), _ -> tagged(LONG)),
              Route.get("/v1/files/{name}", Access.everybody(), _ -> done()),
              Route.get(
                  "/v1/kept",
                  Access.everybody(),
                  _ -> Response.notModified(ETag.of(2025, "g1", "json"), Caching.PUBLIC)),
              Route.get("/v1/short", Access.everybody(), _ -> tagged("short")),
              Route.get("/v1/huge", Access.everybody(), _ -> Response.ok("x".repeat(6_000_000))),
              Route.get("/v1/broken", Access.everybody(), _ -> fail()),
              Route.get("/v1/unlinked", Access.everybody(), _ -> unlinked()),
              Route.get("/v1/busy", Access.everybody(), _ -> busy()),
              Route.get("/v1/metered", Access.everybody(), ApiTest::metered),
              Route.get("/v1/bytes", Access.everybody(), _ -> bytes()),
              Route.post("/v1/orders", BUREAU, ApiTest::order),
              Route.get("/v1/orders", OFFICES, _ -> done()),
              Route.get("/v1/profiles/{uscc}", OWN, _ -> done()),
              Route.get("/v1/rewards", OWN, _ -> done())),
          new Issuer(Issuer.GROUPS, _ -> true, Banks.NONE),
          Witness.NONE,
          Busy.class::isInstance);

  private static Response year(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    return Response.ok(new Echo(request.path(), year));
  }

  private static Response times() {
    return Response.ok(
        new Times(Instant.parse("2026-01-01T00:00:00Z"), LocalDate.of(2025, 12, 31), null));
  }

  private static Response tagged(String text) {
    return Response.ok(text).with(ETag.of(2025, "g1", "json")).with(Caching.PUBLIC);
  }

  private static Response fail() {
    throw new IllegalStateException("a secret in a message");
  }

  private static Response unlinked() {
    throw new ExceptionInInitializerError("a resource that does not load");
  }

  private static Response busy() {
    throw new Busy();
  }

  private static Response metered(Request request) {
    request.consumed(0.5);
    request.consumed(1);
    return done();
  }

  private static Response bytes() {
    return Response.bytes("application/octet-stream", new byte[] {0, (byte) 0xff});
  }

  private static Response order(Request request) {
    return Response.created("/v1/orders/1", request.body(Order.class));
  }

  private static Response done() {
    return Response.ok("done");
  }

  private static JsonNode problem(APIGatewayV2HTTPResponse answer) throws IOException {
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    JsonNode problem = Json.mapper().readTree(answer.getBody());
    assertThat(problem.get("status").intValue()).isEqualTo(answer.getStatusCode());
    assertThat(problem.fieldNames())
        .toIterable()
        .containsExactly("type", "title", "status", "detail", "errors");
    return problem;
  }

  @Test
  void aPathIsDecodedByTheGatewayAloneAndOnce() throws IOException {
    var twice = problem(ApiCall.get("/v1/years/20%32%35").to(api::handle));
    assertThat(twice.get("detail").textValue())
        .isEqualTo("年度应为 2000 至 2100 的四位年份（如 2025），收到：20%32%35");
    var slash = problem(ApiCall.get("/v1%2Fyears/2025").to(api::handle));
    assertThat(slash.get("detail").textValue()).isEqualTo("没有这个地址：/v1%2Fyears/2025");
  }

  @Test
  void aFormatIsNotIgnoredByACallThatChangesSomething() throws IOException {
    var answer = ApiCall.of("POST", "/v1/orders?format=csv").bureau().json("{}").to(api::handle);
    assertThat(problem(answer).get("detail").textValue()).isEqualTo("参数 format 应为 json 之一，收到：csv");
  }

  @Test
  void answersJsonInCamelCaseWithTheCommonHeaders() {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/v1/years/2025").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo("{\"path\":\"/v1/years/2025\",\"year\":2025}");
    assertThat(answer.getIsBase64Encoded()).isFalse();
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-Request-Id", "request-1")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Vary", "Accept, Accept-Encoding, Authorization");
  }

  @Test
  void timesAreIsoAndNullsAreShown() {
    assertThat(ApiCall.get("/v1/times").to(api::handle).getBody())
        .isEqualTo("{\"at\":\"2026-01-01T00:00:00Z\",\"on\":\"2025-12-31\",\"none\":null}");
  }

  @Test
  void numbersAreAsPeopleWriteThem() {
    assertThat(ApiCall.get("/v1/numbers").to(api::handle).getBody())
        .isEqualTo("{\"whole\":50,\"part\":-0.25,\"large\":123456789012,\"yuan\":150000}");
  }

  @Test
  void literalSegmentsComeBeforeParameters() {
    assertThat(ApiCall.get("/v1/years/latest").to(api::handle).getBody()).isEqualTo("\"latest\"");
  }

  @Test
  void stageBeforeThePathIsNotPartOfIt() {
    assertThat(ApiCall.get("/prod/v1/years/2025").stage("prod").to(api::handle).getStatusCode())
        .isEqualTo(200);
    assertThat(ApiCall.get("/product/v1/years/2025").stage("prod").to(api::handle).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void unknownAddressIsAProblem() throws IOException {
    JsonNode problem = problem(ApiCall.get("/v1/jahre").to(api::handle));
    assertThat(problem.get("status").intValue()).isEqualTo(404);
    assertThat(problem.get("type").textValue()).isEqualTo("/api#problem-not-found");
    assertThat(problem.get("detail").textValue()).isEqualTo("没有这个地址：/v1/jahre");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Not found",
        "en-GB, zh;q=0.5 | Not found",
        "zh, en;q=0.5 | 没有找到",
        "fr | 没有找到",
        "; | 没有找到"
      })
  void theTitleOfAProblemIsInTheCallersLanguage(String wished, String title) throws IOException {
    JsonNode problem =
        problem(ApiCall.get("/v1/jahre").header("accept-language", wished).to(api::handle));
    assertThat(problem.get("title").textValue()).isEqualTo(title);
    assertThat(problem.get("detail").textValue()).isEqualTo("没有这个地址：/v1/jahre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1/years/", "/v1/years/2025/", "//v1/years/2025", "/v1/years/2025/x"})
  void almostAnAddressIsUnknown(String path) {
    assertThat(ApiCall.get(path).to(api::handle).getStatusCode()).isEqualTo(404);
  }

  @Test
  void otherMethodsAreNamedInAllow() throws IOException {
    APIGatewayV2HTTPResponse answer = ApiCall.of("DELETE", "/v1/orders").to(api::handle);
    assertThat(problem(answer).get("detail").textValue())
        .isEqualTo("此地址支持的方法：GET, HEAD, OPTIONS, POST，收到：DELETE");
    assertThat(answer.getStatusCode()).isEqualTo(405);
    assertThat(answer.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
  }

  @Test
  void headIsGetWithoutABody() {
    APIGatewayV2HTTPResponse answer = ApiCall.of("HEAD", "/v1/years/2025").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isNull();
    assertThat(answer.getHeaders()).containsEntry("Content-Length", "37");
  }

  @Test
  void optionsNeedsNoTokenAndNamesTheMethods() {
    APIGatewayV2HTTPResponse answer = ApiCall.of("OPTIONS", "/v1/orders").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(answer.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
  }

  @Test
  void withoutATokenWhereOneIsNeededIs401() throws IOException {
    APIGatewayV2HTTPResponse answer =
        ApiCall.get("/v1/orders").header("authorization", "Bearer unchecked").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(problem(answer).get("title").textValue()).isEqualTo("需要登录");
    assertThat(answer.getHeaders()).containsEntry("WWW-Authenticate", "Bearer");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/orders, [bureau], 200",
    "GET, /v1/orders, [x bureau], 200",
    "GET, /v1/orders, [enterprise], 403",
    "GET, /v1/orders, [bureaucrat], 403",
    "GET, /v1/orders, '', 403",
    "POST, /v1/orders, [department], 403",
    "GET, /v1/years/2025, [nobody], 200",
  })
  void rightsFollowTheGroups(String method, String path, String groups, int status) {
    assertThat(ApiCall.of(method, path).groups(groups).to(api::handle).getStatusCode())
        .isEqualTo(status);
  }

  @Test
  void enterpriseSeesItsOwnOnly() throws IOException {
    assertThat(status(ApiCall.get("/v1/profiles/" + USCC).enterprise(USCC))).isEqualTo(200);
    assertThat(
            status(ApiCall.get("/v1/profiles/" + USCC.toLowerCase(Locale.ROOT)).enterprise(USCC)))
        .isEqualTo(200);
    assertThat(status(ApiCall.get("/v1/profiles/" + USCC).enterprise(OTHER))).isEqualTo(403);
    assertThat(status(ApiCall.get("/v1/rewards?uscc=" + USCC).enterprise(USCC))).isEqualTo(200);
    assertThat(status(ApiCall.get("/v1/rewards?uscc=" + USCC).enterprise(OTHER))).isEqualTo(403);
    assertThat(status(ApiCall.get("/v1/rewards?uscc=" + USCC + "&uscc=" + OTHER).enterprise(USCC)))
        .isEqualTo(403);
    JsonNode problem = problem(ApiCall.get("/v1/rewards").enterprise(USCC).to(api::handle));
    assertThat(problem.get("detail").textValue()).isEqualTo("企业只能查看本企业的内容");
  }

  private int status(ApiCall call) {
    return call.to(api::handle).getStatusCode();
  }

  @Test
  void aPartOfAnAddressIsNoLongerThanAnyName() throws IOException {
    assertThat(status(ApiCall.get("/v1/files/" + "企".repeat(200)))).isEqualTo(200);
    JsonNode problem = problem(ApiCall.get("/v1/files/" + "企".repeat(201)).to(api::handle));
    assertThat(problem.get("status").intValue()).isEqualTo(404);
    assertThat(problem.get("detail").textValue())
        .isEqualTo("没有这个地址：/v1/files/" + "企".repeat(50) + "…");
  }

  @Test
  void sameGenerationIsNotSentAgain() {
    APIGatewayV2HTTPResponse first = ApiCall.get("/v1/short").to(api::handle);
    assertThat(first.getHeaders())
        .containsEntry("ETag", "\"2025-g1-json\"")
        .containsEntry("Cache-Control", "public, max-age=0, must-revalidate");
    for (String tag : List.of("\"2025-g1-json\"", "\"x\", W/\"2025-g1-json\"", "*")) {
      APIGatewayV2HTTPResponse second =
          ApiCall.get("/v1/short").header("If-None-Match", tag).to(api::handle);
      assertThat(second.getStatusCode()).isEqualTo(304);
      assertThat(second.getBody()).isNull();
      assertThat(second.getHeaders())
          .containsEntry("ETag", "\"2025-g1-json\"")
          .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
          .doesNotContainKey("Content-Type");
    }
    assertThat(status(ApiCall.get("/v1/short").header("If-None-Match", "\"2024-g0-json\"")))
        .isEqualTo(200);
  }

  @Test
  void aKeptCompressedAnswerIsRefreshedByItsOwnTag() {
    String tag = "\"2025-g1-json-gzip\"";
    for (String path : List.of("/v1/long", "/v1/kept")) {
      APIGatewayV2HTTPResponse answer =
          ApiCall.get(path).header("If-None-Match", "\"x\", W/" + tag).to(api::handle);
      assertThat(answer.getStatusCode()).isEqualTo(304);
      assertThat(answer.getHeaders()).containsEntry("ETag", tag);
    }
  }

  @Test
  void longAnswersAreCompressedForWhoAcceptsIt() throws IOException {
    APIGatewayV2HTTPResponse answer =
        ApiCall.get("/v1/long").header("Accept-Encoding", "br, gzip;q=0.5").to(api::handle);
    assertThat(answer.getHeaders())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("ETag", "\"2025-g1-json-gzip\"");
    assertThat(answer.getIsBase64Encoded()).isTrue();
    byte[] body = Base64.getDecoder().decode(answer.getBody());
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo('"' + LONG + '"');
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/short, gzip",
    "/v1/long, identity",
    "/v1/long, gzip;q=0",
    "/v1/long, 'br'",
    "/v1/bytes, gzip"
  })
  void nothingElseIsCompressed(String path, String acceptEncoding) {
    APIGatewayV2HTTPResponse answer =
        ApiCall.get(path).header("Accept-Encoding", acceptEncoding).to(api::handle);
    assertThat(answer.getHeaders()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void bytesTravelAsBase64() {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/v1/bytes").to(api::handle);
    assertThat(answer.getIsBase64Encoded()).isTrue();
    assertThat(answer.getBody()).isEqualTo("AP8=");
  }

  @Test
  void answerOverTheGatewaysLimitIsAProblemInstead() throws IOException {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/v1/huge").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(413);
    assertThat(problem(answer).get("detail").textValue())
        .isEqualTo("结果超过一次响应的上限，请缩小筛选范围或用 limit 和 cursor 分页");
    assertThat(status(ApiCall.get("/v1/huge").header("accept-encoding", "gzip"))).isEqualTo(200);
  }

  @Test
  void bodiesAreReadPlainAndFromBase64() {
    String order = "{\"dataset\":\"operations\",\"year\":2025}";
    String expected = "{\"dataset\":\"operations\",\"year\":2025,\"source\":null}";
    for (ApiCall call :
        List.of(
            ApiCall.of("POST", "/v1/orders").groups("bureau").json(order),
            ApiCall.of("POST", "/v1/orders").groups("bureau").base64(order))) {
      APIGatewayV2HTTPResponse answer = call.to(api::handle);
      assertThat(answer.getStatusCode()).isEqualTo(201);
      assertThat(answer.getHeaders()).containsEntry("Location", "/v1/orders/1");
      assertThat(answer.getBody()).isEqualTo(expected);
    }
    assertThat(status(ApiCall.of("POST", "/v1/orders").groups("bureau").rawBase64("%%%")))
        .isEqualTo(400);
  }

  @Test
  void otherContentTypesAre415() throws IOException {
    ApiCall call =
        ApiCall.of("POST", "/v1/orders").groups("bureau").header("content-type", "text/csv");
    APIGatewayV2HTTPResponse answer = call.to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(415);
    assertThat(problem(answer).get("detail").textValue())
        .isEqualTo("请求正文应为 application/json，收到：text/csv");
  }

  @Test
  void unexpectedFaultTellsNothingOutsideAndWhereInside() throws IOException {
    ApiCall call = ApiCall.get("/v1/broken");
    APIGatewayV2HTTPResponse answer = call.to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(500);
    assertThat(problem(answer).get("detail").textValue())
        .isEqualTo("处理请求时出现意外错误，请稍后再试；反馈时请附上响应头 X-Request-Id 的值");
    assertThat(answer.getBody()).doesNotContain("secret", "Exception");
    assertThat(call.context().lines()).hasSize(1);
    assertThat(call.context().lines().getFirst())
        .startsWith("{\"level\":\"ERROR\",\"method\":\"GET\",\"route\":\"/v1/broken\"")
        .contains("java.lang.IllegalStateException at innovation.points.web.route.ApiTest.fail")
        .doesNotContain("secret");
  }

  @Test
  void classThatDoesNotLoadIsAProblemToo() throws IOException {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/v1/unlinked").to(api::handle);
    assertThat(problem(answer).get("status").intValue()).isEqualTo(500);
  }

  @Test
  void busyServicesAre503WithRetryAfter() throws IOException {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/v1/busy").to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(problem(answer).get("detail").textValue()).isEqualTo("后台服务繁忙，请在 2 秒后重试");
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "2");
  }

  @Test
  void oneLineARequestNamesTheTemplateAndTheCapacity() throws IOException {
    ApiCall call = ApiCall.get("/v1/metered?secret=1").groups("[bureau]");
    call.to(api::handle);
    assertThat(call.context().lines()).hasSize(1);
    JsonNode line = Json.mapper().readTree(call.context().lines().getFirst());
    assertThat(line.get("ms").longValue()).isNotNegative();
    assertThat(call.context().lines().getFirst().replaceFirst("\"ms\":[0-9]+", "\"ms\":0"))
        .isEqualTo(
            "{\"level\":\"INFO\",\"method\":\"GET\",\"route\":\"/v1/metered\",\"status\":200,"
                + "\"ms\":0,\"requestId\":\"request-1\",\"capacity\":1.5}\n");
  }

  @Test
  void refusalsAreLoggedAsInformation() {
    ApiCall call = ApiCall.get("/v1/orders");
    call.to(api::handle);
    assertThat(call.context().lines().getFirst())
        .startsWith(
            "{\"level\":\"INFO\",\"method\":\"GET\",\"route\":\"/v1/orders\",\"status\":401");
  }

  @Test
  void eventWithoutAnythingIsAnsweredToo() {
    var event = new APIGatewayV2HTTPEvent();
    APIGatewayV2HTTPResponse answer = api.handle(event, ApiCall.get("/").context());
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getHeaders()).containsEntry("X-Request-Id", "invocation-1");
  }
}
