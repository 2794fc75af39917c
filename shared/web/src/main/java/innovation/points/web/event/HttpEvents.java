package innovation.points.web.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Requests and answers of an HTTP API (payload 2.0). Of a request it reads what an {@link
 * innovation.points.web.route.Api} looks at; cookies, path parameters and stage variables it does
 * not.
 */
public final class HttpEvents {

  private static final JsonFactory JSON = new JsonFactory();

  private HttpEvents() {}

  /**
   * Reads a request.
   *
   * @throws IOException where it is no JSON object
   */
  public static APIGatewayV2HTTPEvent read(InputStream input) throws IOException {
    var event = new APIGatewayV2HTTPEvent();
    EventReader.read(
        input,
        (name, value) -> {
          switch (name) {
            case "rawPath" -> event.setRawPath(value.text());
            case "rawQueryString" -> event.setRawQueryString(value.text());
            case "queryStringParameters" -> event.setQueryStringParameters(value.texts());
            case "headers" -> event.setHeaders(value.texts());
            case "body" -> event.setBody(value.text());
            case "isBase64Encoded" -> event.setIsBase64Encoded(value.flag());
            case "requestContext" -> event.setRequestContext(context(value));
            default -> {}
          }
        });
    return event;
  }

  private static RequestContext context(EventReader fields) throws IOException {
    var context = new RequestContext();
    fields.object(
        (name, value) -> {
          switch (name) {
            case "requestId" -> context.setRequestId(value.text());
            case "stage" -> context.setStage(value.text());
            case "http" -> context.setHttp(http(value));
            case "authorizer" -> context.setAuthorizer(authorizer(value));
            default -> {}
          }
        });
    return context;
  }

  private static RequestContext.Http http(EventReader fields) throws IOException {
    var http = new RequestContext.Http();
    fields.object(
        (name, value) -> {
          if (name.equals("method")) {
            http.setMethod(value.text());
          }
        });
    return http;
  }

  private static RequestContext.Authorizer authorizer(EventReader fields) throws IOException {
    var authorizer = new RequestContext.Authorizer();
    fields.object(
        (name, value) -> {
          if (name.equals("jwt")) {
            var jwt = new RequestContext.Authorizer.JWT();
            value.object(
                (part, claims) -> {
                  if (part.equals("claims")) {
                    jwt.setClaims(claims.texts());
                  }
                });
            authorizer.setJwt(jwt);
          }
        });
    return authorizer;
  }

  /** Writes an answer. */
  public static void write(OutputStream output, APIGatewayV2HTTPResponse answer)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(output)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", answer.getStatusCode());
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : answer.getHeaders().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      if (answer.getBody() != null) {
        json.writeStringField("body", answer.getBody());
      }
      json.writeBooleanField("isBase64Encoded", answer.getIsBase64Encoded());
      json.writeEndObject();
    }
  }
}
