package innovation.points.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A response to the client.
 *
 * @param headers names and values, in order; a name may occur more than once
 */
@SuppressWarnings("ArrayRecordComponent") // written once, sent once, never compared
record Answer(int status, List<Header> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  record Header(String name, String value) {}

  /**
   * Reads a function's answer. An answer without {@code statusCode} becomes the body of a 200, as
   * in an HTTP API.
   */
  static Answer of(byte[] payload) throws IOException {
    JsonNode root = JSON.readTree(payload);
    if (!root.path("statusCode").isInt()) {
      return new Answer(OK, List.of(new Header("content-type", "application/json")), payload);
    }
    var headers = new ArrayList<Header>();
    root.path("headers")
        .properties()
        .forEach(entry -> headers.add(new Header(entry.getKey(), entry.getValue().asText())));
    root.path("multiValueHeaders")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(value -> headers.add(new Header(entry.getKey(), value.asText()))));
    root.path("cookies").forEach(cookie -> headers.add(new Header("set-cookie", cookie.asText())));
    String body = root.path("body").asText("");
    byte[] bytes =
        root.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    return new Answer(root.path("statusCode").asInt(), headers, bytes);
  }

  static Answer json(int status, JsonNode body) {
    return new Answer(
        status,
        List.of(
            new Header("content-type", "application/json"),
            new Header("cache-control", "no-store")),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** An error of the gateway itself, in the form an HTTP API gives it. */
  static Answer ofGateway(int status, String message) {
    return new Answer(
        status,
        List.of(new Header("content-type", "application/json")),
        JSON.createObjectNode()
            .put("message", message)
            .toString()
            .getBytes(StandardCharsets.UTF_8));
  }

  /** An error of a call of the local stack, in the form of all errors of the API (RFC 9457). */
  static Answer problem(int status, String title, String detail) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putArray("errors");
    return new Answer(
        status,
        List.of(
            new Header("content-type", "application/problem+json"),
            new Header("cache-control", "no-store")),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  Answer with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, more, body);
  }

  void send(HttpExchange exchange, String requestId) throws IOException {
    Headers target = exchange.getResponseHeaders();
    for (Header header : headers) {
      // The server computes it.
      if (!header.name().toLowerCase(Locale.ROOT).equals("content-length")) {
        target.add(header.name(), header.value());
      }
    }
    target.set("apigw-requestid", requestId);
    boolean bodyless = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    exchange.sendResponseHeaders(status, bodyless || body.length == 0 ? -1 : body.length);
    if (!bodyless && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
