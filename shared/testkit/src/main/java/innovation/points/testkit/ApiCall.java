package innovation.points.testkit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A request as the gateway passes it, with the log of its handling. */
public final class ApiCall {
  /** Of a token whose test does not say who it names. */
  public static final String SUB = "somebody";

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final TestContext context = new TestContext("api", 29_000);
  private @Nullable Map<String, String> claims;
  private @Nullable String body;
  private boolean base64;
  private String stage = "$default";

  private ApiCall(String method, String address) {
    this.method = method;
    int mark = address.indexOf('?');
    this.path = mark < 0 ? address : address.substring(0, mark);
    this.query = mark < 0 ? "" : address.substring(mark + 1);
  }

  public static ApiCall of(String method, String address) {
    return new ApiCall(method, address);
  }

  public static ApiCall get(String address) {
    return new ApiCall("GET", address);
  }

  public ApiCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ApiCall stage(String name) {
    this.stage = name;
    return this;
  }

  /** The claims of a token; who does not say a {@code sub} is somebody all the same. */
  public ApiCall claims(Map<String, String> all) {
    var named = new LinkedHashMap<>(all);
    named.putIfAbsent("sub", SUB);
    this.claims = named;
    return this;
  }

  public ApiCall groups(String groups) {
    return claims(Map.of("cognito:groups", groups));
  }

  public ApiCall bureau() {
    return groups("[bureau]");
  }

  public ApiCall department(String id) {
    return claims(Map.of("cognito:groups", "[department]", "custom:department", id));
  }

  public ApiCall enterprise(String uscc) {
    return claims(Map.of("cognito:groups", "[enterprise]", "custom:uscc", uscc));
  }

  public ApiCall json(String text) {
    this.body = text;
    return header("content-type", "application/json");
  }

  public ApiCall base64(String text) {
    this.body = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    this.base64 = true;
    return header("content-type", "application/json; charset=utf-8");
  }

  public ApiCall rawBase64(String text) {
    this.body = text;
    this.base64 = true;
    return header("content-type", "application/json");
  }

  /** Passes the request to a handler's method. */
  public APIGatewayV2HTTPResponse to(
      BiFunction<APIGatewayV2HTTPEvent, Context, APIGatewayV2HTTPResponse> handler) {
    return handler.apply(event(), context());
  }

  /** The context of the invocation, with its log. */
  public TestContext context() {
    return context;
  }

  /** The request as the gateway's event. */
  public APIGatewayV2HTTPEvent event() {
    var http = new RequestContext.Http();
    http.setMethod(method);
    http.setPath(path);
    var request = new RequestContext();
    request.setHttp(http);
    request.setStage(stage);
    request.setRequestId("request-1");
    if (claims != null) {
      var jwt = new RequestContext.Authorizer.JWT();
      jwt.setClaims(claims);
      var authorizer = new RequestContext.Authorizer();
      authorizer.setJwt(jwt);
      request.setAuthorizer(authorizer);
    }
    var event = new APIGatewayV2HTTPEvent();
    event.setRawPath(path);
    event.setRawQueryString(query);
    event.setHeaders(headers);
    event.setRequestContext(request);
    if (body != null) {
      event.setBody(body);
    }
    event.setIsBase64Encoded(base64);
    return event;
  }
}
