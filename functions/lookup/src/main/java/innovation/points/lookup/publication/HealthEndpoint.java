package innovation.points.lookup.publication;

import innovation.points.web.http.Caching;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Map;

/**
 * {@code GET /health}: whether published results can be read, for who watches from outside. As
 * every call, 503 where the tables do not answer.
 */
public final class HealthEndpoint implements Calls {

  private final Pointers pointers;

  public HealthEndpoint(Pointers pointers) {
    this.pointers = pointers;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/health", this::get);
  }

  public Response get(Request request) {
    request.parameters().verify();
    return Response.ok(Map.of("status", "ok", "publishedYears", pointers.all().size()))
        .with(Caching.NONE);
  }
}
