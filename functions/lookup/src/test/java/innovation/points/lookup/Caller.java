package innovation.points.lookup;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.ApiCall;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.TestContext;
import innovation.points.web.http.Json;
import java.io.IOException;
import java.util.Map;

/** Calls the handler as Lambda does. */
final class Caller {
  static final Map<String, String> BUREAU = Map.of("cognito:groups", "[bureau]");
  static final Map<String, String> DEPARTMENT =
      Map.of("cognito:groups", "[department]", "custom:department", "tax");
  static final Map<String, String> NOBODY = Map.of();

  private final LookupHandler handler;
  private TestContext last = new TestContext("lookup", 29_000);

  Caller(LookupHandler handler) {
    this.handler = handler;
  }

  static Map<String, String> department(String id) {
    return Map.of("cognito:groups", "[department]", "custom:department", id);
  }

  static Map<String, String> enterprise(int number) {
    return Map.of("cognito:groups", "[enterprise]", "custom:uscc", FactsZone.uscc(number));
  }

  /** Sends one of the sample events. */
  APIGatewayV2HTTPResponse send(String event) {
    last = new TestContext("lookup", 29_000);
    return handler.handleRequest(
        EventLoader.loadEvent(event + ".json", APIGatewayV2HTTPEvent.class), last);
  }

  APIGatewayV2HTTPResponse get(String address) {
    return get(address, NOBODY, Map.of());
  }

  APIGatewayV2HTTPResponse get(String address, Map<String, String> claims) {
    return get(address, claims, Map.of());
  }

  APIGatewayV2HTTPResponse get(
      String address, Map<String, String> claims, Map<String, String> headers) {
    ApiCall call = ApiCall.get(address);
    headers.forEach(call::header);
    return call(call, claims);
  }

  APIGatewayV2HTTPResponse post(String address, Map<String, String> claims, String body) {
    return call(ApiCall.of("POST", address).json(body), claims);
  }

  private APIGatewayV2HTTPResponse call(ApiCall call, Map<String, String> claims) {
    last = call.context();
    return (claims.isEmpty() ? call : call.claims(claims)).to(handler::handleRequest);
  }

  static JsonNode json(APIGatewayV2HTTPResponse answer) {
    return parsed(answer.getBody());
  }

  static JsonNode parsed(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** The consumed capacity the last request logged. */
  double capacity() {
    try {
      return Json.mapper().readTree(last.lines().getLast()).get("capacity").doubleValue();
    } catch (IOException e) {
      throw new AssertionError(last.text(), e);
    }
  }
}
