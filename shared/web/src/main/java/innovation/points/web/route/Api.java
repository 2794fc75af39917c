package innovation.points.web.route;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.web.access.Issuer;
import innovation.points.web.event.HttpEvents;
import innovation.points.web.http.Caching;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.PathTemplate;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Answers HTTP API events (payload 2.0) by routes. Every fault of a request or of what is behind it
 * becomes a problem document; nothing is thrown. Thread-safe.
 */
public final class Api {
  private static final int RETRY_AFTER_SECONDS = 2;

  /** In characters; as of parameters of the query, and within what a table's key holds. */
  private static final int LONGEST_PART = 200;

  private final List<Entry> entries;
  private final Issuer issuer;
  private final Witness witness;
  private final Predicate<RuntimeException> unavailable;

  private record Entry(Route route, PathTemplate template) {}

  private record Match(Route route, Map<String, String> parameters) {}

  /**
   * An API.
   *
   * @param issuer whose tokens the gateway has verified
   * @param witness puts refusals and exports on record
   * @param unavailable whether an exception means that something behind is busy or down for the
   *     moment: answered 503 with Retry-After, any other 500
   */
  public Api(
      List<Route> routes, Issuer issuer, Witness witness, Predicate<RuntimeException> unavailable) {
    this.issuer = issuer;
    this.witness = witness;
    this.unavailable = unavailable;
    this.entries =
        routes.stream()
            .map(route -> new Entry(route, PathTemplate.of(route.path())))
            .sorted((a, b) -> a.template().compareTo(b.template()))
            .toList();
  }

  /**
   * Answers an event as Lambda hands it over.
   *
   * @throws IOException where it is no JSON object, or the answer cannot be written
   */
  public void handle(InputStream event, OutputStream answer, Context context) throws IOException {
    HttpEvents.write(answer, handle(HttpEvents.read(event), context));
  }

  public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context) {
    var exchange = new Exchange(event, issuer, context);
    Response response;
    try {
      response = witnessed(exchange);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      response = Response.of(failure(exchange, e), exchange.inEnglish());
    }
    return exchange.finish(response);
  }

  private Response witnessed(Exchange exchange) {
    Response response;
    try {
      response = answer(exchange);
    } catch (ProblemException e) {
      response = Response.of(e.problem(), exchange.inEnglish());
    }
    exchange.tell(witness, response);
    return response;
  }

  private Problem failure(Exchange exchange, Throwable thrown) {
    exchange.log().cause(thrown);
    return thrown instanceof RuntimeException e && unavailable.test(e)
        ? Problem.unavailable(RETRY_AFTER_SECONDS)
        : Problem.internal();
  }

  private Response answer(Exchange exchange) {
    List<String> segments = exchange.segments();
    String method = exchange.method();
    List<Match> matches = matches(segments);
    if (matches.isEmpty()) {
      throw new ProblemException(noSuchAddress(exchange));
    }
    Set<String> allowed = allowed(matches);
    if (method.equals("OPTIONS")) {
      return Response.noContent().with("Allow", String.join(", ", allowed)).with(Caching.NONE);
    }
    Match match =
        HttpMethod.named(method.equals("HEAD") ? "GET" : method)
            .flatMap(
                wanted -> matches.stream().filter(m -> m.route().method() == wanted).findFirst())
            .orElseThrow(() -> new ProblemException(Problem.methodNotAllowed(method, allowed)));
    Request request = exchange.request(match.route(), match.parameters());
    Optional<Problem> refusal = match.route().access().refusal(request.principal(), request::raw);
    if (refusal.isPresent()) {
      throw new ProblemException(refusal.get());
    }
    if (match.parameters().values().stream().anyMatch(part -> part.length() > LONGEST_PART)) {
      throw new ProblemException(noSuchAddress(exchange));
    }
    if (match.route().changes()) {
      request.verifyFormat();
      return match.route().endpoint().answer(request);
    }
    Response response = match.route().endpoint().answer(request);
    if (response.status() == 200) {
      request.verifyFormat(response.body().mediaType());
    }
    return response;
  }

  private static Problem noSuchAddress(Exchange exchange) {
    return Problem.notFound("没有这个地址：" + Parameters.shown(exchange.path()));
  }

  /** The routes of the most exact template that fits; they differ in their methods. */
  private List<Match> matches(List<String> segments) {
    PathTemplate exact = null;
    var matches = new ArrayList<Match>();
    for (Entry entry : entries) {
      if (exact != null && !exact.text().equals(entry.template().text())) {
        break;
      }
      Optional<Map<String, String>> values = entry.template().match(segments);
      if (values.isPresent()) {
        exact = entry.template();
        matches.add(new Match(entry.route(), values.get()));
      }
    }
    return matches;
  }

  private static Set<String> allowed(List<Match> matches) {
    var allowed = new TreeSet<>(Set.of("OPTIONS"));
    for (Match match : matches) {
      allowed.add(match.route().method().name());
      if (match.route().method() == HttpMethod.GET) {
        allowed.add("HEAD");
      }
    }
    return allowed;
  }
}
