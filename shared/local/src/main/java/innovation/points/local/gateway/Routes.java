package innovation.points.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The HTTP API's routes: which function serves what, and what needs a token. The same as in {@code
 * template.yaml}; a test compares the two.
 */
public final class Routes {

  private static final String UPLOAD = "upload";
  private static final String RECOMPUTE = "recompute";
  private static final String LOOKUP = "lookup";

  /** What takes every request that no other route takes. */
  static final Route DEFAULT = new Route("", "$default", "portal", false);

  private static final List<Route> ALL =
      List.of(
          open(UPLOAD, "/v1/datasets"),
          open(UPLOAD, "/v1/datasets/{id}"),
          open(UPLOAD, "/v1/datasets/{id}/template.xlsx"),
          open(UPLOAD, "/v1/datasets/{id}/template.csv"),
          open(UPLOAD, "/v1/years/{year}/download"),
          open(UPLOAD, "/v1/years/{year}/report"),
          open(UPLOAD, "/v1/years/{year}/report.pdf"),
          closed(UPLOAD, "POST", "/v1/uploads"),
          closed(UPLOAD, "GET", "/v1/uploads"),
          closed(UPLOAD, "GET", "/v1/uploads/{id}"),
          closed(UPLOAD, "POST", "/v1/self-reports"),
          closed(UPLOAD, "POST", "/v1/rebuilds"),
          closed(UPLOAD, "GET", "/v1/rebuilds"),
          closed(UPLOAD, "GET", "/v1/rebuilds/{id}"),
          closed(RECOMPUTE, "POST", "/v1/years/{year}/recomputations"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/recomputations"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/recomputations/{id}"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/recomputations/{id}/changes"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/recomputations/{id}/inputs"),
          closed(RECOMPUTE, "POST", "/v1/years/{year}/publication"),
          open(LOOKUP, "/v1/openapi.json"),
          closed(RECOMPUTE, "POST", "/v1/years/{year}/enterprises/{uscc}/objections"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/enterprises/{uscc}/objections"),
          closed(RECOMPUTE, "POST", "/v1/years/{year}/enterprises/{uscc}/letters"),
          closed(RECOMPUTE, "GET", "/v1/years/{year}/objections"),
          closed(RECOMPUTE, "POST", "/v1/years/{year}/objections/{id}/answer"),
          open(LOOKUP, "/v1/years"),
          open(LOOKUP, "/v1/years/{year}/overview"),
          open(LOOKUP, "/v1/years/{year}/rankings"),
          open(LOOKUP, "/v1/years/{year}/enterprises/{uscc}"),
          open(LOOKUP, "/v1/enterprises"),
          open(LOOKUP, "/v1/rulebooks"),
          open(LOOKUP, "/v1/rulebooks/{id}"),
          closed(LOOKUP, "GET", "/v1/years/{year}/enterprises/{uscc}/profile"),
          closed(LOOKUP, "POST", "/v1/years/{year}/enterprises/{uscc}/simulations"),
          closed(LOOKUP, "GET", "/v1/enterprises/{uscc}/history"),
          closed(LOOKUP, "GET", "/v1/years/{year}/scores"),
          closed(LOOKUP, "GET", "/v1/years/{year}/completeness"),
          closed(LOOKUP, "GET", "/v1/rulebook-files"),
          closed(LOOKUP, "GET", "/v1/years/{year}/diagnostics"),
          closed(LOOKUP, "GET", "/v1/years/{year}/calibration"),
          closed(LOOKUP, "GET", "/v1/years/{year}/calibration/rulebook.yaml"),
          closed(LOOKUP, "GET", "/v1/years/{year}/differences"),
          closed(LOOKUP, "GET", "/v1/years/{year}/rewards"),
          closed(LOOKUP, "GET", "/v1/years/{year}/rewards/payments"),
          open(LOOKUP, "/v1/years/{year}/lists"),
          closed(LOOKUP, "GET", "/v1/years/{year}/seeds"),
          closed(LOOKUP, "GET", "/v1/years/{year}/services"),
          open(LOOKUP, "/v1/letters/{code}"),
          open(LOOKUP, "/v1/letters/{code}/letter.txt"),
          DEFAULT);

  private Routes() {}

  /**
   * One route.
   *
   * @param method empty for any
   * @param path a template with {@code {name}} for a segment, or {@code $default}
   * @param function the folder under {@code functions/}
   * @param token whether a valid token is needed to get to the function at all
   */
  public record Route(String method, String path, String function, boolean token) {

    String key() {
      return method.isEmpty() ? path : method + " " + path;
    }
  }

  /** A route and what its variables stand for. */
  record Match(Route route, Map<String, String> parameters) {}

  /** All routes, {@code $default} last. */
  public static List<Route> all() {
    return ALL;
  }

  /**
   * The route of a request: the one with the most fixed segments, {@code $default} where none fits.
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

  private static Route open(String function, String path) {
    return new Route("GET", path, function, false);
  }

  private static Route closed(String function, String method, String path) {
    return new Route(method, path, function, true);
  }
}
