package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.acceptance.stack.GoldenStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls every operation with parameters, bodies, headers, methods and tokens as no honest client
 * would. Whatever comes, the answer is a documented one, and a refusal says what is wrong: never a
 * fault of the system. {@code -Dcalls=} makes more, {@code -Dseed=} others.
 */
class OddCallsTest {

  private static final int CALLS = Integer.getInteger("calls", 600);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USCC = "91350100M000100Y43";

  private static final List<String> TEXTS =
      List.of(
          "0",
          "-1",
          "1",
          "2025",
          "2024",
          "1999",
          "99999999999999999999",
          "1e9",
          "NaN",
          "null",
          "true",
          " ",
          "中文",
          "😀",
          "a/b",
          "../..",
          "a\u0000b",
          "%",
          "%zz",
          "\"",
          "' OR 1=1 --",
          "<b>",
          "draft",
          "growth",
          "9141",
          USCC,
          USCC.toLowerCase(Locale.ROOT),
          "a".repeat(300),
          "企".repeat(3_000),
          "2026-02-30",
          "2026-03-01",
          "\u202e",
          "＝１",
          "*",
          "[]",
          "{}");

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "0",
          "\"text\"",
          "{}",
          "{\"a\":1}",
          "[".repeat(2_000),
          "\u0000",
          "{\"reason\":" + "{\"a\":".repeat(500) + "1" + "}".repeat(500) + "}",
          "a=b&c=d");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Accept", List.of("*/*", "text/csv", "image/png", ";", "application/json;q=x", ""),
          "Accept-Language", List.of("en", "zh-CN", "xx;q=2", "*"),
          "Content-Type",
              List.of("application/json", "text/plain", ";", "application/json;charset=x"),
          "If-None-Match", List.of("*", "\"a\"", "W/\"\"", "a"),
          "Accept-Encoding", List.of("gzip", "br", "identity;q=0", "x"),
          "Idempotency-Key", List.of("a", "?", "a".repeat(500), "a b"),
          "Authorization", List.of("", "Bearer", "Bearer a.b.c", "Basic YTpi"));

  /** What the gateway itself says where a token is missing or no good. */
  private static final JsonNode OF_THE_GATEWAY =
      JSON.createObjectNode().put("message", "Unauthorized");

  private final Random random = new Random(SEED);
  private final HttpClient http = HttpClient.newHttpClient();

  /** One call; a null body is none. */
  private record Call(
      String method, String address, Map<String, String> headers, @Nullable String body) {}

  @Test
  void everyAnswerIsADocumentedOne() throws Exception {
    System.out.println("seed " + SEED);
    try (http;
        var stack = new GoldenStack()) {
      stack.upload();
      stack.publish(2025);
      JsonNode document = JSON.readTree(send(stack, get("/v1/openapi.json")).body());
      List<Operation> operations = Operation.of(document);
      List<String> tokens =
          List.of(
              stack.token(List.of(), null, null),
              stack.token(List.of("bureau"), null, null),
              stack.token(List.of("approver"), null, null),
              stack.token(List.of("auditor"), null, null),
              stack.token(List.of("department"), "tax", null),
              stack.token(List.of("enterprise"), null, USCC),
              stack.token(List.of("enterprise"), "tax", "none"));
      var faults = new ArrayList<String>();
      var seen = new TreeMap<Integer, Integer>();
      for (int i = 0; i < CALLS; i++) {
        Operation operation = any(operations);
        Call call = call(document, operation, tokens);
        HttpResponse<String> answer = send(stack, call);
        seen.merge(answer.statusCode(), 1, Integer::sum);
        String fault = fault(operations, call, answer);
        if (fault != null) {
          faults.add("%s: %s".formatted(call, fault));
        }
      }
      System.out.println(CALLS + " calls, by status: " + seen);
      assertThat(faults).isEmpty();
      assertThat(seen.keySet()).contains(200, 400, 401, 403, 404, 405);
    }
  }

  private static Call get(String address) {
    return new Call("GET", address, Map.of(), null);
  }

  private Call call(JsonNode document, Operation operation, List<String> tokens)
      throws JsonProcessingException {
    var values = new LinkedHashMap<String, String>();
    for (Operation.Parameter parameter : operation.in("path")) {
      values.put(parameter.name(), encoded(sometimes() ? parameter.example() : any(TEXTS)));
    }
    var query = new ArrayList<String>();
    for (Operation.Parameter parameter : operation.in("query")) {
      if (sometimes()) {
        query.add(parameter.name() + "=" + encoded(sometimes() ? parameter.example() : any(TEXTS)));
      }
    }
    if (seldom() && !query.isEmpty()) {
      query.add(query.getFirst());
    }
    if (seldom()) {
      query.add(encoded(any(TEXTS)) + "=" + encoded(any(TEXTS)));
    }
    var headers = new LinkedHashMap<String, String>();
    if (random.nextInt(10) > 0) {
      headers.put("Authorization", "Bearer " + any(tokens));
    }
    HEADERS.forEach(
        (name, choice) -> {
          if (seldom()) {
            headers.put(name, any(choice));
          }
        });
    String method = seldom() ? any(METHODS) : operation.method();
    boolean sends = !List.of("GET", "HEAD", "OPTIONS").contains(method);
    String body = sends ? (sometimes() ? any(BODIES) : filled(document, operation)) : null;
    if (body != null) {
      headers.putIfAbsent("Content-Type", "application/json");
    }
    return new Call(
        method,
        operation.at(values) + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        headers,
        body);
  }

  /** A body with the properties that are described, and values that need not fit. */
  private String filled(JsonNode document, Operation operation) throws JsonProcessingException {
    JsonNode schema =
        Operation.follow(
            document,
            operation.node().at("/requestBody/content").path("application/json").path("schema"));
    ObjectNode body = JSON.createObjectNode();
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (sometimes()) {
                body.set(name, value());
              }
            });
    return JSON.writeValueAsString(body);
  }

  private JsonNode value() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.getNodeFactory().numberNode(random.nextInt(-10, 3_000));
      case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> JSON.getNodeFactory().nullNode();
      case 3 -> {
        ArrayNode array = JSON.createArrayNode();
        yield sometimes() ? array : array.add(sometimes() ? part() : value());
      }
      case 4 -> {
        ObjectNode object = JSON.createObjectNode();
        yield sometimes() ? object : object.set(any(TEXTS), sometimes() ? part() : value());
      }
      default -> JSON.getNodeFactory().textNode(any(TEXTS));
    };
  }

  private JsonNode part() {
    return sometimes()
        ? JSON.getNodeFactory().nullNode()
        : JSON.getNodeFactory().textNode(any(TEXTS));
  }

  /** What is wrong with an answer; null where it is as it should be. */
  private static @Nullable String fault(
      List<Operation> operations, Call call, HttpResponse<String> answer) {
    int status = answer.statusCode();
    // The gateway passes on an encoded slash as one that parts the path.
    String path = call.address().replaceAll("\\?.*", "").replace("%2F", "/");
    String method = call.method().equals("HEAD") ? "GET" : call.method();
    List<String> documented =
        operations.stream()
            .filter(operation -> operation.fits(method, path))
            .findFirst()
            .map(Operation::statuses)
            .orElse(List.of("204", "404", "405"));
    boolean nowhere = status == 404 && hasLongPart(path);
    if (!nowhere && !documented.contains(Integer.toString(status))) {
      return status + " is not among " + documented + ": " + answer.body();
    }
    return status >= 400 && !call.method().equals("HEAD") ? problem(call, answer) : null;
  }

  /** No address has a part of more than 200 characters. */
  private static boolean hasLongPart(String path) {
    return Arrays.stream(path.split("/"))
        .anyMatch(part -> URLDecoder.decode(part, StandardCharsets.UTF_8).length() > 200);
  }

  private static @Nullable String problem(Call call, HttpResponse<String> answer) {
    try {
      JsonNode problem = JSON.readTree(answer.body());
      if (answer.statusCode() == 401 && problem.equals(OF_THE_GATEWAY)) {
        return null;
      }
      boolean whole =
          problem.path("status").asInt() == answer.statusCode()
              && !problem.path("type").asText().isEmpty()
              && problem.path("title").asText().matches(title(call))
              && !problem.path("detail").asText().isEmpty();
      return whole && type(answer).equals("application/problem+json")
          ? null
          : "no problem document: " + type(answer) + " " + answer.body();
    } catch (JsonProcessingException e) {
      return "no JSON: " + answer.body();
    }
  }

  /** A title in the caller's language. */
  private static String title(Call call) {
    return "en".equals(call.headers().get("Accept-Language")) ? "[ -~]+" : "\\p{IsHan}+";
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replaceAll("\\s*;.*", "");
  }

  private HttpResponse<String> send(GoldenStack stack, Call call)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(stack.address() + call.address()))
            .method(
                call.method(),
                call.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return http.send(request.build(), OddCallsTest::unpacked);
  }

  /** A long answer, a long refusal too, comes compressed where the call allows it. */
  private static BodySubscriber<String> unpacked(ResponseInfo info) {
    boolean gzip = info.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArray(),
        bytes -> new String(gzip ? gunzip(bytes) : bytes, StandardCharsets.UTF_8));
  }

  private static byte[] gunzip(byte[] bytes) {
    // A HEAD's answer names the encoding and has no body.
    if (bytes.length == 0) {
      return bytes;
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private boolean sometimes() {
    return random.nextBoolean();
  }

  private boolean seldom() {
    return random.nextInt(8) == 0;
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
