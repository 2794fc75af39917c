package innovation.points.acceptance.openapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.lambda.LocalContext;
import innovation.points.lookup.LookupHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** The document as it is served. */
final class OpenApiDocuments {

  private OpenApiDocuments() {}

  static JsonNode served(LookupHandler lookup) throws IOException {
    var event = new APIGatewayV2HTTPEvent();
    event.setRawPath("/v1/openapi.json");
    var context = new LocalContext("lookup", "test", InstantSource.system(), Instant.MAX, _ -> {});
    return new ObjectMapper().readTree(lookup.handleRequest(event, context).getBody());
  }
}
