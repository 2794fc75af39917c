package innovation.points.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import innovation.points.local.gateway.Routes.Match;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as the event that a function receives (payload format 2.0): the path decoded, the query
 * string raw, header names in lower case, several values of one name joined by commas, cookies
 * separate, bodies that are not text in Base64.
 */
final class HttpEvent {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

  private HttpEvent() {}

  /**
   * Builds the event.
   *
   * @param claims of the verified token; null where the route requires none
   */
  static byte[] of(
      HttpExchange exchange,
      Match match,
      byte[] body,
      String requestId,
      Instant time,
      @Nullable Map<String, String> claims) {
    Map<String, String> headers = headers(exchange);
    String method = exchange.getRequestMethod();
    String path = path(exchange);
    String query = exchange.getRequestURI().getRawQuery();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path);
    event.put("rawQueryString", query == null ? "" : query);
    cookies(exchange, event);
    headers.forEach(event.putObject("headers")::put);
    if (query != null && !query.isEmpty()) {
      query(query).forEach(event.putObject("queryStringParameters")::put);
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    context.put("domainName", headers.getOrDefault("host", ""));
    context.put("domainPrefix", "local");
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(time));
    context.put("timeEpoch", time.toEpochMilli());
    context
        .putObject("http")
        .put("method", method)
        .put("path", path)
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    if (claims != null) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      claims.forEach(jwt.putObject("claims")::put);
      jwt.putNull("scopes");
    }
    if (!match.parameters().isEmpty()) {
      match.parameters().forEach(event.putObject("pathParameters")::put);
    }
    body(event, body, headers.getOrDefault("content-type", ""));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The decoded path; a percent sign that encodes nothing is kept. */
  static String path(HttpExchange exchange) {
    String raw = exchange.getRequestURI().getRawPath();
    return raw == null || raw.isEmpty() ? "/" : decode(raw.replace("+", "%2B"));
  }

  static Map<String, String> headers(HttpExchange exchange) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!lower.equals("cookie")) {
                headers.put(lower, String.join(",", values));
              }
            });
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
    return headers;
  }

  private static void cookies(HttpExchange exchange, ObjectNode event) {
    List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    if (!cookies.isEmpty()) {
      ArrayNode array = event.putArray("cookies");
      for (String line : cookies) {
        line.lines()
            .flatMap(text -> Arrays.stream(text.split(";", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .forEach(array::add);
      }
    }
  }

  private static Map<String, String> query(String query) {
    var parameters = new TreeMap<String, String>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.merge(name, value, (before, next) -> before + "," + next);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static void body(ObjectNode event, byte[] body, String contentType) {
    boolean text = isText(contentType);
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  /** Whether an HTTP API treats the content type as text. */
  private static boolean isText(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml")
        || type.endsWith("+json")
        || type.endsWith("+xml");
  }
}
