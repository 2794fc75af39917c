package innovation.points.lookup;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.web.TestContext;
import innovation.points.web.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the handler as Lambda does. */
final class Caller {
  static final Map<String, String> BUREAU = Map.of("cognito:groups", "[bureau]");
  static final Map<String, String> DEPARTMENT =
      Map.of("cognito:groups", "[department]", "custom:department", "tax");
  static final Map<String, String> NOBODY = Map.of();

  private final LookupHandler handler;
  private final List<String> log = new ArrayList<>();

  Caller(LookupHandler handler) {
    this.handler = handler;
  }

  static Map<String, String> enterprise(int number) {
    return Map.of("cognito:groups", "[enterprise]", "custom:uscc", PublishedZone.uscc(number));
  }

  /** Sends one of the sample events. */
  APIGatewayV2HTTPResponse send(String event) {
    return handler.handleRequest(load(event), context());
  }

  APIGatewayV2HTTPResponse get(String address) {
    return get(address, NOBODY, Map.of());
  }

  APIGatewayV2HTTPResponse get(String address, Map<String, String> claims) {
    return get(address, claims, Map.of());
  }

  APIGatewayV2HTTPResponse get(
      String address, Map<String, String> claims, Map<String, String> headers) {
    return call("GET", address, claims, headers, null);
  }

  APIGatewayV2HTTPResponse post(String address, Map<String, String> claims, String body) {
    return call("POST", address, claims, Map.of("content-type", "application/json"), body);
  }

  private APIGatewayV2HTTPResponse call(
      String method,
      String address,
      Map<String, String> claims,
      Map<String, String> headers,
      @Nullable String body) {
    APIGatewayV2HTTPEvent event = load("lookup-years");
    int mark = address.indexOf('?');
    event.setRawPath(mark < 0 ? address : address.substring(0, mark));
    event.setRawQueryString(mark < 0 ? "" : address.substring(mark + 1));
    event.getRequestContext().getHttp().setMethod(method);
    var all = new HashMap<>(event.getHeaders());
    all.putAll(headers);
    event.setHeaders(all);
    if (body != null) {
      event.setBody(body);
    }
    if (!claims.isEmpty()) {
      var jwt = new APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT();
      jwt.setClaims(claims);
      var authorizer = new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
      authorizer.setJwt(jwt);
      event.getRequestContext().setAuthorizer(authorizer);
    }
    return handler.handleRequest(event, context());
  }

  static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return Json.mapper().readTree(answer.getBody());
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + answer.getBody(), e);
    }
  }

  /** The consumed capacity the last request logged. */
  double capacity() {
    try {
      return Json.mapper().readTree(log.getLast()).get("capacity").doubleValue();
    } catch (IOException e) {
      throw new AssertionError(log.getLast(), e);
    }
  }

  private TestContext context() {
    return new TestContext("lookup", 29_000, log);
  }

  private static APIGatewayV2HTTPEvent load(String event) {
    return EventLoader.loadEvent(event + ".json", APIGatewayV2HTTPEvent.class);
  }
}
