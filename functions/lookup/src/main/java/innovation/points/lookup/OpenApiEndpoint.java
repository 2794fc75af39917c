package innovation.points.lookup;

import innovation.points.web.Caching;
import innovation.points.web.ETag;
import innovation.points.web.Format;
import innovation.points.web.Request;
import innovation.points.web.Response;

/** {@code GET /v1/openapi.json}: what can be called, OpenAPI 3.1. */
final class OpenApiEndpoint {

  Response get(Request request) {
    request.parameters().verify();
    request.format(Format.JSON);
    String document = OpenApiDocument.json();
    var etag = new ETag(Tags.digest(document) + "-openapi");
    return request.has(etag)
        ? Response.notModified(etag, Caching.PUBLIC)
        : Response.json(document).with(etag).with(Caching.PUBLIC);
  }
}
