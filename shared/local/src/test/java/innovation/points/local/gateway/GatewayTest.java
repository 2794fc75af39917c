package innovation.points.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.ManualClock;
import innovation.points.local.events.LocalClock;
import innovation.points.local.events.Mails;
import innovation.points.local.events.MessageQueue;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.store.mail.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway in front of functions that say what they got. */
class GatewayTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManualClock clock = new ManualClock();
  private final Gateway gateway =
      new Gateway(0, clock, Duration.ofMillis(1500), new CrossOrigin("https://www.example.gov.cn"));
  private final Tokens tokens = new Tokens(null, gateway.endpoint() + "/local", clock);
  private final MessageQueue queue = new MessageQueue(clock, Duration.ofMinutes(1), 5);
  private final LocalClock localClock = new LocalClock(clock);
  private final Mails mails = new Mails(localClock);
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> events = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  /** What the functions answer; the body they got where it is null. */
  private @Nullable String answer;

  GatewayTest() {
    var functions = new HashMap<String, LocalFunction>();
    for (String name : List.of("upload", "lookup", "recompute", "desk", "portal")) {
      functions.put(name, function(name));
    }
    gateway.serve(
        functions,
        tokens,
        new LocalCalls(tokens, queue, localClock, mails, this::fire),
        _ -> Optional.empty());
  }

  private Optional<Boolean> fire(String name) {
    return switch (name) {
      case "yearly" -> Optional.of(true);
      case "seal" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private LocalFunction function(String name) {
    return LocalFunction.of(
        name,
        Duration.ofSeconds(29),
        clock,
        _ -> {},
        (input, output, _) -> {
          JsonNode event = JSON.readTree(input);
          events.add(event);
          if (event.path("rawQueryString").asText().equals("wait")) {
            await();
          }
          if (event.path("rawQueryString").asText().equals("throw")) {
            throw new IllegalStateException("broken");
          }
          String text =
              answer != null
                  ? answer
                  : "{\"statusCode\":200,\"headers\":{\"x-function\":\"%s\"},\"body\":\"ok\"}"
                      .formatted(name);
          output.write(text.getBytes(StandardCharsets.UTF_8));
        });
  }

  private void await() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    release.countDown();
    gateway.close();
    http.close();
  }

  @Test
  void aRequestBecomesAnEventOfPayloadFormatTwo() throws Exception {
    http.send(
        HttpRequest.newBuilder(
                uri("/v1/years/2025/rankings?stage=growth&cluster=%E6%B0%A2%E8%83%BD&q=a&q=b+c"))
            .header("X-Thing", "one")
            .header("X-Thing", "two")
            .header("Cookie", "a=1; b=2")
            .build(),
        HttpResponse.BodyHandlers.discarding());

    JsonNode event = events.getFirst();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/years/{year}/rankings");
    assertThat(event.path("rawPath").asText()).isEqualTo("/v1/years/2025/rankings");
    assertThat(event.path("rawQueryString").asText())
        .isEqualTo("stage=growth&cluster=%E6%B0%A2%E8%83%BD&q=a&q=b+c");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"cluster\":\"氢能\",\"q\":\"a,b c\",\"stage\":\"growth\"}");
    assertThat(event.path("headers").path("x-thing").asText()).isEqualTo("one,two");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.path("pathParameters").toString()).isEqualTo("{\"year\":\"2025\"}");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(event.has("body")).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("01/Jan/2026:00:00:00 +0000");
    assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void pathsAreDecodedForTheFunction() throws Exception {
    get("/%E9%97%A8%E6%88%B7/a+b%20c", null);

    assertThat(events.getFirst().path("rawPath").asText()).isEqualTo("/门户/a+b c");
    assertThat(events.getFirst().path("routeKey").asText()).isEqualTo("$default");
  }

  @Test
  void textIsHandedOnAsTextAndAnythingElseInBase64() throws Exception {
    for (String type : List.of("application/json; charset=utf-8", "application/octet-stream")) {
      http.send(
          HttpRequest.newBuilder(uri("/anything"))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString("{\"名\":1}"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }

    assertThat(events.get(0).path("body").asText()).isEqualTo("{\"名\":1}");
    assertThat(events.get(0).path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(events.get(1).path("body").asText()).isEqualTo("eyLlkI0iOjF9");
    assertThat(events.get(1).path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void whatTheFunctionAnswersIsSent() throws Exception {
    answer =
        """
        {"statusCode":201,"headers":{"Location":"/x","Content-Type":"application/octet-stream"},\
        "cookies":["a=1","b=2"],"body":"AAEC","isBase64Encoded":true}\
        """;

    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(uri("/v1/years")).build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).containsExactly(0, 1, 2);
    assertThat(response.headers().firstValue("Location")).contains("/x");
    assertThat(response.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1", "b=2");
  }

  @Test
  void aClosedRouteNeedsAToken() throws Exception {
    HttpResponse<String> response = get("/v1/years/2025/scores", null);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(events).isEmpty();
  }

  @Test
  void theClaimsOfATokenReachTheFunctionAsStrings() throws Exception {
    String token = tokens.issue(TokenWish.of(List.of("department", "bureau"), "tax", null));

    assertThat(get("/v1/years/2025/scores", token).statusCode()).isEqualTo(200);

    JsonNode claims =
        events.getFirst().path("requestContext").path("authorizer").path("jwt").path("claims");
    assertThat(claims.path("cognito:groups").asText()).isEqualTo("[department bureau]");
    assertThat(claims.path("custom:department").asText()).isEqualTo("tax");
    assertThat(claims.path("exp").isTextual()).isTrue();
  }

  @Test
  void anOpenRouteKnowsNoClaimsEvenWithAToken() throws Exception {
    get("/v1/years", tokens.issue(TokenWish.of(List.of("bureau"), null, null)));

    assertThat(events.getFirst().path("requestContext").has("authorizer")).isFalse();
  }

  @Test
  void anExpiredTokenIsNone() throws Exception {
    String token = tokens.issue(TokenWish.of(List.of("bureau"), null, null));
    clock.advance(Duration.ofDays(30));

    HttpResponse<String> response = get("/v1/years/2025/scores", token);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\" error_description=\"the token has expired\"");
  }

  @Test
  void aTokenSignedByAnotherKeyIsNone() throws Exception {
    String other =
        new Tokens(null, gateway.endpoint() + "/local", clock)
            .issue(TokenWish.of(List.of("bureau"), null, null));

    HttpResponse<String> response = get("/v1/years/2025/scores", other);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\" error_description=\"signature is invalid\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
  void whatIsNoTokenIsNone(String text) throws Exception {
    HttpResponse<String> response = get("/v1/years/2025/scores", text);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\" error_description=\"the token is malformed\"");
  }

  @Test
  void aFunctionThatBreaksIsAnInternalError() throws Exception {
    HttpResponse<String> response = get("/v1/years?throw", null);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatTakesTooLongIsNotWaitedFor() throws Exception {
    HttpResponse<String> response = get("/v1/years?wait", null);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void moreRequestsThanTheRateAndItsBurstAreTurnedAway() throws Exception {
    assertThat(post("/local/throttle", "{\"requestsPerSecond\":2}").body())
        .isEqualTo("{\"requestsPerSecond\":2}");
    for (int request = 0; request < 4; request++) {
      assertThat(get("/v1/years", null).statusCode()).as("the burst").isEqualTo(200);
    }
    HttpResponse<String> response = get("/v1/years", null);

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
    clock.advance(Duration.ofMillis(500));
    assertThat(get("/v1/years", null).statusCode()).as("half a second later").isEqualTo(200);
    assertThat(get("/v1/years", null).statusCode()).isEqualTo(429);
    post("/local/throttle", "{\"requestsPerSecond\":0}");
    assertThat(get("/v1/years", null).statusCode()).as("no limit").isEqualTo(200);
  }

  @Test
  void rateIsAWholeNumber() throws Exception {
    for (String body : List.of("{}", "{\"requestsPerSecond\":-1}", "x")) {
      assertThat(post("/local/throttle", body).statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  void anAnswerLargerThanLambdaSendsIsAnInternalError() throws Exception {
    answer =
        "{\"statusCode\":200,\"body\":\"%s\"}".formatted("x".repeat(Gateway.MOST_PAYLOAD_BYTES));

    assertThat(get("/v1/years", null).statusCode()).isEqualTo(500);
  }

  @Test
  void aRequestLargerThanAnHttpApiTakesIsRefused() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(uri("/v1/years"))
                .POST(BodyPublishers.ofByteArray(new byte[Gateway.MOST_REQUEST_BYTES + 1]))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(events).isEmpty();
  }

  @Test
  void anybodyMayHaveAnyTokenHere() throws Exception {
    HttpResponse<String> response =
        post("/local/tokens", "{\"groups\":[\"enterprise\"],\"uscc\":\"91350100M000100Y43\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    String token = JSON.readTree(response.body()).path("token").asText();
    assertThat(tokens.check("Bearer " + token))
        .isInstanceOfSatisfying(
            Tokens.Check.Valid.class,
            valid ->
                assertThat(valid.claims())
                    .containsEntry("cognito:groups", "[enterprise]")
                    .containsEntry("custom:uscc", "91350100M000100Y43"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visitors bureau",
        "[bureau]",
        "a,bureau",
        "a\tbureau",
        "（bureau）",
        "'bureau'",
        ""
      })
  void localIssuerKnowsNoGroupThatCouldBeTwo(String group) throws Exception {
    var wish = JSON.createObjectNode();
    wish.putArray("groups").add("department").add(group);
    HttpResponse<String> response = post("/local/tokens", wish.toString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).path("detail").asText())
        .isEqualTo(
            "groups 中的组名应为 1 到 128 个字符，不含空格、括号、引号和逗号，收到：“%s”；".formatted(group)
                + "网关把数组写成 [a b]，这样的组名会被当作两个组");
  }

  @Test
  void localTokenNamesAPerson() throws Exception {
    HttpResponse<String> response =
        post(
            "/local/tokens",
            "{\"groups\":[\"bank\"],\"sub\":\"qian\",\"name\":\"钱进\",\"bank\":\"icbc\"}");
    String token = JSON.readTree(response.body()).path("token").asText();
    assertThat(tokens.check("Bearer " + token))
        .isInstanceOfSatisfying(
            Tokens.Check.Valid.class,
            valid ->
                assertThat(valid.claims())
                    .containsEntry("sub", "qian")
                    .containsEntry("name", "钱进")
                    .containsEntry("custom:bank", "icbc"));
  }

  /** As client credentials: no audience, no groups. */
  @Test
  void localTokenNamesAProgram() throws Exception {
    HttpResponse<String> response = post("/local/tokens", "{\"client\":\"risk-1\"}");
    String token = JSON.readTree(response.body()).path("token").asText();
    assertThat(tokens.check("Bearer " + token))
        .isInstanceOfSatisfying(
            Tokens.Check.Valid.class,
            valid ->
                assertThat(valid.claims())
                    .containsEntry("sub", "risk-1")
                    .containsEntry("client_id", "risk-1")
                    .doesNotContainKeys("cognito:groups", "aud"));
  }

  @Test
  void aWishForATokenNeedsGroups() throws Exception {
    HttpResponse<String> response = post("/local/tokens", "{\"groups\":\"bureau\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("groups 应为数组，例如 [\\\"bureau\\\"]");
  }

  @Test
  void theIssuerCanBeDiscovered() throws Exception {
    JsonNode configuration =
        JSON.readTree(get("/local/.well-known/openid-configuration", null).body());
    assertThat(configuration.path("issuer").asText()).isEqualTo(gateway.endpoint() + "/local");

    JsonNode keys =
        JSON.readTree(
            get(URI.create(configuration.path("jwks_uri").asText()).getPath(), null).body());
    assertThat(keys.path("keys")).hasSize(1);
    assertThat(keys.path("keys").path(0).has("d")).as("the private part").isFalse();
  }

  @Test
  void deadLettersCanBeLookedAtAndSentAgain() throws Exception {
    queue.send("poison");
    while (queue.deadLetters().isEmpty()) {
      queue.receive(1);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(JSON.readTree(get("/local/dead-letters", null).body()).path("items"))
        .extracting(item -> item.path("body").asText())
        .containsExactly("poison");
    assertThat(post("/local/dead-letters/redrive", "").body()).isEqualTo("{\"sent\":1}");
    assertThat(queue.receive(1)).hasSize(1);
  }

  private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
    var request = HttpRequest.newBuilder(uri(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) {
    try {
      return http.send(
          HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(gateway.endpoint() + path);
  }

  private HttpResponse<String> from(String origin, String method, String path) throws Exception {
    var request = HttpRequest.newBuilder(gateway.endpoint().resolve(path)).header("Origin", origin);
    if (method.equals("OPTIONS")) {
      request.header("Access-Control-Request-Method", "POST");
    }
    return http.send(
        request.method(method, BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Header names and values that tell a browser what another origin may do. */
  private static Map<String, List<String>> permissions(HttpResponse<String> response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> header.getKey().startsWith("access-control-"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void configuredOriginMayCallAsTheTemplateSays() throws Exception {
    HttpResponse<String> preflight = from("https://www.example.gov.cn", "OPTIONS", "/v1/uploads");
    assertThat(preflight.statusCode()).as("without a token").isEqualTo(204);
    assertThat(permissions(preflight))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "access-control-allow-origin", List.of("https://www.example.gov.cn"),
                "access-control-allow-methods", List.of("GET,POST,PUT,DELETE"),
                "access-control-allow-headers",
                    List.of("accept,authorization,content-type,idempotency-key,if-none-match"),
                "access-control-expose-headers",
                    List.of(
                        "content-disposition,etag,location,ratelimit,ratelimit-policy,retry-after,x-request-id"),
                "access-control-max-age", List.of("3600")));
    assertThat(events).as("no function is asked").isEmpty();
    answer =
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"},\"body\":\"ok\"}";
    assertThat(permissions(from("https://www.example.gov.cn", "GET", "/v1/years")))
        .as("the gateway's headers, not the function's")
        .containsEntry("access-control-allow-origin", List.of("https://www.example.gov.cn"))
        .doesNotContainKey("access-control-allow-methods");
    assertThat(permissions(from("https://www.example.gov.cn", "GET", "/v1/uploads")))
        .as("a page elsewhere can read that a token is missing, too")
        .containsKey("access-control-allow-origin");
  }

  @Test
  void otherOriginsGetNoPermission() throws Exception {
    assertThat(from("https://elsewhere.example", "OPTIONS", "/v1/years").statusCode())
        .isEqualTo(204);
    assertThat(permissions(from("https://elsewhere.example", "OPTIONS", "/v1/years"))).isEmpty();
    assertThat(permissions(from("https://elsewhere.example", "GET", "/v1/years"))).isEmpty();
  }

  @Test
  void permissionsAreThoseOfTheTemplate() throws Exception {
    String template = Files.readString(Path.of("../../template.yaml"));
    assertThat(template)
        .contains(
            "AllowMethods: [" + String.join(", ", CrossOrigin.METHODS) + "]",
            "AllowHeaders: [" + String.join(", ", CrossOrigin.HEADERS) + "]",
            "ExposeHeaders: [" + String.join(", ", CrossOrigin.EXPOSED) + "]",
            "MaxAge: " + CrossOrigin.MAX_AGE_SECONDS);
  }

  @Test
  void clockCanBeSetForwardAndSchedulesBeDone() throws Exception {
    mails.send(new Mail("run/2025/one", "bureau", "2025 年度计算完成", "待批准"));
    Answer set = local("POST", "/local/clock", "{\"now\":\"2036-04-01T03:00:00+08:00\"}");
    assertThat(set.body().path("now").asText()).isEqualTo("2036-03-31T19:00:00.000Z");
    mails.send(new Mail("run/2026/two", "bureau", "2026 年度计算完成", "待批准"));
    JsonNode sent = local("GET", "/local/mails", "").body().path("items");
    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).path("sentAt").asText()).isEqualTo("2036-03-31T19:00:00.000Z");
    assertThat(sent.get(1).path("id").asText()).isEqualTo("run/2026/two");
    Answer back = local("POST", "/local/clock", "{\"now\":\"2026-04-01T03:00:00+08:00\"}");
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.body().path("detail").asText())
        .isEqualTo("时钟只能向前调：现为 2036-03-31T19:00:00Z，收到 2026-03-31T19:00:00Z");
    assertThat(local("POST", "/local/clock", "{}").body().path("detail").asText())
        .isEqualTo("now 应为时间，例如 2026-04-01T03:00:00+08:00，收到：null");
    assertThat(local("POST", "/local/schedule", "{\"name\":\"yearly\"}").status()).isEqualTo(200);
    assertThat(local("POST", "/local/schedule", "{\"name\":\"seal\"}").status()).isEqualTo(500);
    assertThat(local("POST", "/local/schedule", "{}").body().path("detail").asText())
        .isEqualTo("name 应为 yearly、daily 或 seal，收到：null");
  }

  private record Answer(int status, JsonNode body) {}

  private Answer local(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(gateway.endpoint().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }
}
