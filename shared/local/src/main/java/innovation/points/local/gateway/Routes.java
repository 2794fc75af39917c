package innovation.points.local.gateway;

import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The HTTP API's routes: those that {@code routes.yaml} declares, and the portal's pages. */
public final class Routes {

  /** The route of every request that no other route matches. */
  static final Route DEFAULT = new Route("", "$default", "portal", false);

  private static final List<Route> ALL =
      Stream.concat(
              DeclaredRoutes.all().stream()
                  .flatMap(route -> route.methods().stream().map(name -> Route.of(name, route))),
              Stream.of(DEFAULT))
          .toList();

  private Routes() {}

  /**
   * One route.
   *
   * @param method empty: any
   * @param path a template with {@code {name}} for a segment, or {@code $default}
   * @param function the folder under {@code functions/}
   * @param token whether the gateway requires a valid token
   */
  public record Route(String method, String path, String function, boolean token) {

    static Route of(String method, DeclaredRoute declared) {
      return new Route(method, declared.path(), declared.function(), !declared.access().isPublic());
    }

    String key() {
      return method.isEmpty() ? path : method + " " + path;
    }
  }

  /** A route and the values of its variables. */
  record Match(Route route, Map<String, String> parameters) {}

  /** All routes, {@code $default} last. */
  public static List<Route> all() {
    return ALL;
  }

  /**
   * The matching route with the most fixed segments; {@code $default} where none matches.
   *
   * @param path decoded
   */
  static Match match(String method, String path) {
    List<String> segments = List.of(path.split("/", -1));
    Match best = new Match(DEFAULT, Map.of());
    int bestVariables = Integer.MAX_VALUE;
    for (Route route : ALL) {
      Optional<Map<String, String>> parameters = parameters(route, method, segments);
      if (parameters.isPresent() && parameters.get().size() < bestVariables) {
        best = new Match(route, parameters.get());
        bestVariables = parameters.get().size();
      }
    }
    return best;
  }

  private static Optional<Map<String, String>> parameters(
      Route route, String method, List<String> segments) {
    if (!route.method().equals(method)) {
      return Optional.empty();
    }
    List<String> template = new ArrayList<>(List.of(route.path().split("/", -1)));
    if (template.size() != segments.size()) {
      return Optional.empty();
    }
    var parameters = new TreeMap<String, String>();
    for (int i = 0; i < template.size(); i++) {
      String part = template.get(i);
      if (part.startsWith("{") && !segments.get(i).isEmpty()) {
        parameters.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
