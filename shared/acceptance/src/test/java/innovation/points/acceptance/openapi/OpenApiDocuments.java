package innovation.points.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.lookup.LookupHandler;
import innovation.points.testkit.ApiCall;
import java.io.IOException;

/** The document as served. */
final class OpenApiDocuments {

  private OpenApiDocuments() {}

  static JsonNode served(LookupHandler lookup) throws IOException {
    return new ObjectMapper()
        .readTree(ApiCall.get("/v1/openapi.json").to(lookup::handleRequest).getBody());
  }
}
