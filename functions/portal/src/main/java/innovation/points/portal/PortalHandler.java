package innovation.points.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.web.access.Access;
import innovation.points.web.access.Issuer;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Api;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.route.Route;
import innovation.points.web.route.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Serves the pages, and 404 for every request that no other function handles. Thread-safe. */
public final class PortalHandler implements RequestStreamHandler {

  private final Api api;

  /** For Lambda: reads the settings from the environment. */
  public PortalHandler() {
    this(PortalSettings.of(System.getenv()));
  }

  public PortalHandler(PortalSettings settings) {
    this.api =
        new Api(
            routes(new Site(settings)),
            new Issuer(Issuer.GROUPS, _ -> false),
            Witness.NONE,
            _ -> false);
  }

  private static List<Route> routes(Site site) {
    var routes = new ArrayList<Route>();
    for (HttpMethod method : HttpMethod.values()) {
      routes.add(new Route(method, "/v1", Access.everybody(), PortalHandler::unknown));
      routes.add(new Route(method, "/v1/{path+}", Access.everybody(), PortalHandler::unknown));
    }
    routes.add(Route.get("/portal-config.json", Access.everybody(), site::configuration));
    routes.add(Route.get("/", Access.everybody(), site::page));
    routes.add(Route.get("/{path+}", Access.everybody(), site::page));
    return routes;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    api.handle(event, answer, context);
  }

  /** Handles an event that has already been parsed. */
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return api.handle(event, context);
  }

  private static Response unknown(Request request) {
    throw new ProblemException(Problem.notFound("没有这个地址或请求方法：" + request.path()));
  }
}
