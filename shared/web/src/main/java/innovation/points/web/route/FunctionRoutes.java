package innovation.points.web.route;

import innovation.points.person.Repetition;
import innovation.points.web.http.Caching;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Joins what {@code routes.yaml} declares for a function with what its code does. Neither may have
 * a route that the other has not.
 */
public final class FunctionRoutes {

  private static final String YEAR = "{year}";
  private static final String LATEST = "latest";

  private final String function;
  private final Map<String, DeclaredRoute> open = new LinkedHashMap<>();
  private final List<Route> served = new ArrayList<>();

  private FunctionRoutes(String function) {
    this.function = function;
    DeclaredRoutes.of(function).forEach(route -> open.put(route.key(), route));
  }

  /**
   * Nothing is served yet.
   *
   * @param function its folder under {@code functions/}
   */
  public static FunctionRoutes of(String function) {
    return new FunctionRoutes(function);
  }

  /** Serves the calls of each. */
  public FunctionRoutes with(Calls... calls) {
    for (Calls one : calls) {
      one.bind(this);
    }
    return this;
  }

  /** Puts something around every endpoint that is served so far. */
  public FunctionRoutes around(UnaryOperator<Endpoint> outer) {
    return around(_ -> true, route -> outer.apply(route.endpoint()));
  }

  private FunctionRoutes around(Predicate<Route> some, Function<Route, Endpoint> outer) {
    served.replaceAll(route -> some.test(route) ? route.with(outer.apply(route)) : route);
    return this;
  }

  /**
   * Serves a declared route.
   *
   * @throws IllegalArgumentException where {@code routes.yaml} does not declare it for the function
   */
  public FunctionRoutes get(String path, Endpoint endpoint) {
    return serve(HttpMethod.GET, path, endpoint, false);
  }

  /** The same for POST. */
  public FunctionRoutes post(String path, Endpoint endpoint) {
    return serve(HttpMethod.POST, path, endpoint, true);
  }

  /** The same for a POST that changes nothing: its body is a question. */
  public FunctionRoutes ask(String path, Endpoint endpoint) {
    return serve(HttpMethod.POST, path, endpoint, false);
  }

  /** The same for PUT. */
  public FunctionRoutes put(String path, Endpoint endpoint) {
    return serve(HttpMethod.PUT, path, endpoint, true);
  }

  /** The same for DELETE. */
  public FunctionRoutes delete(String path, Endpoint endpoint) {
    return serve(HttpMethod.DELETE, path, endpoint, true);
  }

  /**
   * Sends who asks for {@code latest} in the place of a year to the newest one; on public calls.
   *
   * @param newest the newest published year; empty where there is none
   */
  public FunctionRoutes latest(Supplier<OptionalInt> newest) {
    return around(
        route ->
            route.method() == HttpMethod.GET
                && route.access().isPublic()
                && route.path().contains(YEAR),
        route -> latest(newest, route.endpoint()));
  }

  private static Endpoint latest(Supplier<OptionalInt> newest, Endpoint endpoint) {
    return request -> {
      if (request.raw("year").filter(LATEST::equals).isEmpty()) {
        return endpoint.answer(request);
      }
      int year =
          newest.get().orElseThrow(() -> new ProblemException(Problem.notFound("还没有已公布的积分结果")));
      return Response.temporaryRedirect(
              request.address().replaceFirst("/" + LATEST + "(?=[/?]|$)", "/" + year))
          .with(Caching.PUBLIC);
    };
  }

  /** Lets every POST that is served so far be repeated: see {@link Repeatable}. */
  public FunctionRoutes repeatable(Repetition.Memory memory) {
    return around(
        route -> route.method() == HttpMethod.POST && route.changes(),
        route -> new Repeatable(route.key(), route.endpoint(), memory));
  }

  private FunctionRoutes serve(HttpMethod method, String path, Endpoint endpoint, boolean changes) {
    DeclaredRoute declared = open.remove(method + " " + path);
    if (declared == null) {
      throw new IllegalArgumentException(
          "expected %s %s as a route of %s in routes.yaml, found none"
              .formatted(method, path, function));
    }
    served.add(new Route(method, path, declared.access(), endpoint, changes));
    return this;
  }

  /**
   * All routes of the function.
   *
   * @throws IllegalStateException where a declared one is not served
   */
  public List<Route> all() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "expected an endpoint of %s for every route in routes.yaml, found none for %s"
              .formatted(function, open.keySet()));
    }
    return List.copyOf(served);
  }
}
