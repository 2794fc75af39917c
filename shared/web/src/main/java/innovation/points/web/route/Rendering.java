package innovation.points.web.route;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Disposition;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.PathTemplate;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Turns a response into the gateway's form: 304, HEAD, compression, encoding, common headers. */
final class Rendering {
  /** Below, the compression and the base64 that follows it cost more than they save. */
  private static final int WORTH_COMPRESSING = 1024;

  /** Lambda's limit for an answer is 6 MB with its JSON around it. */
  private static final int LARGEST = 5_800_000;

  /** Half a year; the host has no answers without TLS. */
  private static final String ONLY_OVER_TLS = "max-age=15552000";

  /** What is before a year or a code in an address, and says nothing in a file's name. */
  private static final Set<String> WORDS_OF_ADDRESSES = Set.of("v1", "years", "enterprises");

  /** Parameters that do not say which items a file has. */
  private static final Set<String> FORMS =
      Set.of(Parameters.FORMAT, "limit", "cursor", "sort", "fields");

  private static final Pattern SAID_IN_NAMES = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  private final Response response;
  private final Map<String, String> requestHeaders;
  private final String method;
  private final String path;
  private final Query query;

  Rendering(
      Response response,
      Map<String, String> requestHeaders,
      String method,
      String path,
      Query query) {
    this.response = response;
    this.requestHeaders = requestHeaders;
    this.method = method;
    this.path = path;
    this.query = query;
  }

  APIGatewayV2HTTPResponse answer(String requestId) {
    boolean gzip = compress();
    var headers = new LinkedHashMap<>(response.headers());
    headers.put("X-Request-Id", requestId);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Strict-Transport-Security", ONLY_OVER_TLS);
    response
        .filename()
        .ifPresent(
            name -> headers.put("Content-Disposition", Disposition.attachment(ascii(name), name)));
    headers.putIfAbsent("Cache-Control", Caching.NONE.cacheControl());
    headers.put("Vary", "Accept, Accept-Encoding, Authorization");
    boolean notModified = isNotModified();
    boolean tagOfGzip = gzip || (notModified && listsGzip());
    response.etag().ifPresent(etag -> headers.put("ETag", etag.header(tagOfGzip)));
    if (notModified) {
      headers.remove("Content-Type");
      headers.remove("Content-Disposition");
      return event(304, headers).build();
    }
    byte[] bytes = response.body().bytes();
    if (gzip) {
      bytes = gzip(bytes);
      headers.put("Content-Encoding", "gzip");
    }
    return withBody(headers, bytes, gzip || !response.body().isText(), requestId);
  }

  private APIGatewayV2HTTPResponse withBody(
      Map<String, String> headers, byte[] bytes, boolean binary, String requestId) {
    String body =
        binary
            ? Base64.getEncoder().encodeToString(bytes)
            : new String(bytes, StandardCharsets.UTF_8);
    if (Math.max(body.length(), bytes.length) > LARGEST) {
      var tooLarge =
          Response.of(Problem.tooLarge("结果超过一次响应的上限，请缩小筛选范围或用 limit 和 cursor 分页"), false);
      return new Rendering(tooLarge, Map.of(), method, path, query).answer(requestId);
    }
    if (method.equals("HEAD")) {
      headers.put("Content-Length", Integer.toString(bytes.length));
      return event(response.status(), headers).build();
    }
    return event(response.status(), headers).withBody(body).withIsBase64Encoded(binary).build();
  }

  /**
   * The name itself, or what the address says: {@code /v1/years/2025/rankings?stage=growth} is
   * {@code 2025-rankings-growth}.
   */
  private String ascii(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.replaceFirst("\\.[a-z]+$", "");
    }
    Stream<String> segments =
        PathTemplate.segmentsOf(path).stream()
            .filter(segment -> !segment.isEmpty() && !WORDS_OF_ADDRESSES.contains(segment))
            .map(segment -> segment.replaceFirst("\\.[a-z]+$", ""));
    Stream<String> filters =
        query.values().entrySet().stream()
            .filter(parameter -> !FORMS.contains(parameter.getKey()))
            .flatMap(parameter -> parameter.getValue().stream())
            .filter(value -> SAID_IN_NAMES.matcher(value).matches());
    return Stream.concat(segments, filters).collect(Collectors.joining("-"));
  }

  private static APIGatewayV2HTTPResponse.APIGatewayV2HTTPResponseBuilder event(
      int status, Map<String, String> headers) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(headers);
  }

  private boolean isNotModified() {
    if (response.status() == 304) {
      return true;
    }
    String ifNoneMatch = requestHeaders.getOrDefault("if-none-match", "").strip();
    boolean read = method.equals("GET") || method.equals("HEAD");
    return read
        && response.status() == 200
        && response.etag().isPresent()
        && (ifNoneMatch.equals("*") || response.etag().get().isListedIn(ifNoneMatch));
  }

  /**
   * Whether the caller keeps the compressed answer, which a 304 without a body has to name: caches
   * refresh only what has its very tag (RFC 9111 §4.3.4).
   */
  private boolean listsGzip() {
    String ifNoneMatch = requestHeaders.getOrDefault("if-none-match", "");
    return response.etag().filter(etag -> etag.isListedIn(ifNoneMatch, true)).isPresent();
  }

  private boolean compress() {
    return response.body().isText()
        && response.body().length() >= WORTH_COMPRESSING
        && acceptsGzip(requestHeaders.getOrDefault("accept-encoding", ""));
  }

  static boolean acceptsGzip(String acceptEncoding) {
    for (String item : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = item.split(";", 2);
      String name = parts[0].strip();
      if (name.equals("gzip") || name.equals("x-gzip") || name.equals("*")) {
        return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] bytes) {
    var compressed = new ByteArrayOutputStream(bytes.length / 3);
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
