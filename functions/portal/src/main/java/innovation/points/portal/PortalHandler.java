package innovation.points.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.person.Banks;
import innovation.points.web.access.Access;
import innovation.points.web.access.Issuer;
import innovation.points.web.event.HttpEvents;
import innovation.points.web.route.Api;
import innovation.points.web.route.DeclaredRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.route.Route;
import innovation.points.web.route.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Serves the pages, and refuses every call of the API that no other function takes: an unknown
 * address (404), or a method that the address has not (405). Thread-safe.
 */
public final class PortalHandler implements RequestStreamHandler {

  private static final String CALLS = "/v1";

  private final Api pages;
  private final Api calls;

  /** For Lambda: reads the settings from the environment. */
  public PortalHandler() {
    this(PortalSettings.of(System.getenv()));
  }

  public PortalHandler(PortalSettings settings) {
    var site = new Site(settings);
    this.pages =
        api(
            List.of(
                Route.get("/portal-config.json", Access.everybody(), site::configuration),
                Route.get("/robots.txt", Access.everybody(), site::robots),
                Route.get("/sitemap.xml", Access.everybody(), site::sitemap),
                Route.get("/favicon.ico", Access.everybody(), site::icon),
                Route.get("/apple-touch-icon.png", Access.everybody(), site::icon),
                Route.get("/", Access.everybody(), site::page),
                Route.get("/{path+}", Access.everybody(), site::page)));
    this.calls =
        api(
            DeclaredRoutes.all().stream()
                .map(
                    route ->
                        new Route(
                            route.method(),
                            route.path(),
                            Access.everybody(),
                            PortalHandler::elsewhere,
                            false))
                .toList());
  }

  private static Api api(List<Route> routes) {
    return new Api(
        routes, new Issuer(Issuer.GROUPS, _ -> false, Banks.NONE), Witness.NONE, _ -> false);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    HttpEvents.write(answer, handleRequest(HttpEvents.read(event), context));
  }

  /** Handles an event that has already been parsed. */
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String path = event.getRawPath() == null ? "/" : event.getRawPath();
    boolean call = path.equals(CALLS) || path.startsWith(CALLS + "/");
    return (call ? calls : pages).handle(event, context);
  }

  /** What other functions serve comes here only with a method that is not declared for it. */
  private static Response elsewhere(Request request) {
    throw new IllegalStateException("expected another function for " + request.path());
  }
}
