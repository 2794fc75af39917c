package innovation.points.web.route;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.web.access.Issuer;
import innovation.points.web.access.Principal;
import innovation.points.web.http.PathTemplate;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event on its way in and its answer on the way out. */
final class Exchange {
  private final APIGatewayV2HTTPEvent event;
  private final Issuer issuer;
  private final Map<String, String> headers;
  private final String id;
  private final RequestLog log;
  private @Nullable Request request;
  private @Nullable Route route;

  Exchange(APIGatewayV2HTTPEvent event, Issuer issuer, Context context) {
    this.event = event;
    this.issuer = issuer;
    this.headers = lowerCase(event.getHeaders());
    this.id = id(event, context);
    this.log = new RequestLog(context);
  }

  RequestLog log() {
    return log;
  }

  /** Whether the caller reads English rather than Chinese, by {@code Accept-Language}. */
  boolean inEnglish() {
    try {
      var wished = Locale.LanguageRange.parse(headers.getOrDefault("accept-language", "zh"));
      Locale best = Locale.lookup(wished, List.of(Locale.CHINESE, Locale.ENGLISH));
      return Locale.ENGLISH.equals(best);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  String method() {
    var http = http();
    return http == null || http.getMethod() == null
        ? "GET"
        : http.getMethod().toUpperCase(Locale.ROOT);
  }

  /** The path without the stage, which a stage that is not {@code $default} puts before it. */
  String path() {
    String path = event.getRawPath() == null ? "/" : event.getRawPath();
    var context = event.getRequestContext();
    String stage = context == null ? null : context.getStage();
    if (stage != null && !stage.isEmpty() && !stage.equals("$default")) {
      String prefix = "/" + stage;
      if (path.equals(prefix) || path.startsWith(prefix + "/")) {
        path = path.substring(prefix.length());
      }
    }
    return path.startsWith("/") ? path : "/" + path;
  }

  /** As the gateway has decoded it, once: an encoded slash parts segments like any other. */
  List<String> segments() {
    return PathTemplate.segmentsOf(path());
  }

  Request request(Route found, Map<String, String> parameters) {
    route = found;
    log.route(found.path());
    var made =
        new Request(path(), headers, parameters, Query.of(event), body(), principal(), id, log::id);
    request = made;
    return made;
  }

  /** Tells the witness what was answered, where a route was found. */
  void tell(Witness witness, Response response) {
    Route found = route;
    Request asked = request;
    if (found != null && asked != null) {
      witness.see(found, asked, response);
    }
  }

  APIGatewayV2HTTPResponse finish(Response response) {
    String method = method();
    APIGatewayV2HTTPResponse answer =
        new Rendering(response, headers, method, path(), Query.of(event)).answer(id);
    double capacity = request == null ? 0 : request.capacity();
    log.write(method, answer.getStatusCode(), id, capacity);
    return answer;
  }

  private byte[] body() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    if (!event.getIsBase64Encoded()) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.badRequest("body", "", "请求正文的 Base64 编码有误"));
    }
  }

  /**
   * From the claims of the gateway's authorizer alone: a bare Authorization header proves nothing.
   */
  private Principal principal() {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(jwt -> issuer.principal(jwt.getClaims() == null ? Map.of() : jwt.getClaims()))
        .orElse(Principal.PUBLIC);
  }

  private APIGatewayV2HTTPEvent.RequestContext.@Nullable Http http() {
    var context = event.getRequestContext();
    return context == null ? null : context.getHttp();
  }

  private static String id(APIGatewayV2HTTPEvent event, Context context) {
    var requestContext = event.getRequestContext();
    String id = requestContext == null ? null : requestContext.getRequestId();
    return id == null || id.isEmpty() ? context.getAwsRequestId() : id;
  }

  private static Map<String, String> lowerCase(@Nullable Map<String, String> headers) {
    var lower = new HashMap<String, String>();
    if (headers != null) {
      headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    }
    return lower;
  }
}
