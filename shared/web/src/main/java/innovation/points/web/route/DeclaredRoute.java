package innovation.points.web.route;

import innovation.points.web.access.Access;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.PathTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API as {@code routes.yaml} declares it.
 *
 * @param path in API Gateway's spelling, e.g. {@code /v1/years/{year}/enterprises/{uscc}}
 * @param function which one serves it: its folder under {@code functions/}
 * @param access who may call it
 * @param page the path of the portal's page that is made for it; null where no page calls it
 * @param sample the event under {@code events/} that shows it, without {@code .json}; null: none
 */
public record DeclaredRoute(
    HttpMethod method,
    String path,
    String function,
    Access access,
    @Nullable String page,
    @Nullable String sample) {

  public DeclaredRoute {
    PathTemplate.of(path);
  }

  /** The methods that the gateway passes on: HEAD beside GET. */
  public List<String> methods() {
    return method == HttpMethod.GET ? List.of("GET", "HEAD") : List.of(method.name());
  }

  /** As a gateway's route key: {@code GET /v1/years}. */
  public String key() {
    return method + " " + path;
  }
}
