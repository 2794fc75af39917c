package innovation.points.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the gateway would pass it, and what was logged about it. */
final class Call {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private @Nullable Map<String, String> claims;
  private @Nullable String body;
  private boolean base64;
  private String stage = "$default";

  private Call(String method, String address) {
    this.method = method;
    int mark = address.indexOf('?');
    this.path = mark < 0 ? address : address.substring(0, mark);
    this.query = mark < 0 ? "" : address.substring(mark + 1);
  }

  static Call of(String method, String address) {
    return new Call(method, address);
  }

  static Call get(String address) {
    return new Call("GET", address);
  }

  Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Call stage(String name) {
    this.stage = name;
    return this;
  }

  Call claims(Map<String, String> all) {
    this.claims = all;
    return this;
  }

  Call groups(String groups) {
    return claims(Map.of("cognito:groups", groups));
  }

  Call enterprise(String uscc) {
    return claims(Map.of("cognito:groups", "[enterprise]", "custom:uscc", uscc));
  }

  Call json(String text) {
    this.body = text;
    return header("content-type", "application/json");
  }

  Call base64(String text) {
    this.body = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    this.base64 = true;
    return header("content-type", "application/json; charset=utf-8");
  }

  Call rawBase64(String text) {
    this.body = text;
    this.base64 = true;
    return header("content-type", "application/json");
  }

  APIGatewayV2HTTPResponse to(Api api) {
    return api.handle(event(), context());
  }

  Context context() {
    return new TestContext("web", 30_000, log);
  }

  List<String> log() {
    return log;
  }

  private APIGatewayV2HTTPEvent event() {
    var http = new RequestContext.Http();
    http.setMethod(method);
    http.setPath(path);
    var context = new RequestContext();
    context.setHttp(http);
    context.setStage(stage);
    context.setRequestId("request-1");
    if (claims != null) {
      var jwt = new RequestContext.Authorizer.JWT();
      jwt.setClaims(claims);
      var authorizer = new RequestContext.Authorizer();
      authorizer.setJwt(jwt);
      context.setAuthorizer(authorizer);
    }
    var event = new APIGatewayV2HTTPEvent();
    event.setRawPath(path);
    event.setRawQueryString(query);
    event.setHeaders(headers);
    event.setRequestContext(context);
    if (body != null) {
      event.setBody(body);
    }
    event.setIsBase64Encoded(base64);
    return event;
  }
}
