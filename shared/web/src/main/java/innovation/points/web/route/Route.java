package innovation.points.web.route;

import innovation.points.web.access.Access;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.PathTemplate;

/**
 * One call of the API.
 *
 * @param method GET is answered to HEAD as well
 * @param path in API Gateway's spelling, e.g. {@code /v1/years/{year}/enterprises/{uscc}}
 * @param access who may call it
 * @param endpoint what it does
 * @param changes whether it may change something, and so has to be right before it begins
 */
public record Route(
    HttpMethod method, String path, Access access, Endpoint endpoint, boolean changes) {

  public Route {
    PathTemplate.of(path);
  }

  public static Route get(String path, Access access, Endpoint endpoint) {
    return new Route(HttpMethod.GET, path, access, endpoint, false);
  }

  public static Route post(String path, Access access, Endpoint endpoint) {
    return new Route(HttpMethod.POST, path, access, endpoint, true);
  }

  /** The same call with something around its endpoint. */
  Route with(Endpoint outer) {
    return new Route(method, path, access, outer, changes);
  }

  /** As a gateway's route key: {@code GET /v1/years}. */
  public String key() {
    return method + " " + path;
  }
}
