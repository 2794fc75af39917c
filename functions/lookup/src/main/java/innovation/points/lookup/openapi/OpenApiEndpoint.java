package innovation.points.lookup.openapi;

import innovation.points.lookup.publication.Tags;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;

/** {@code GET /v1/openapi.json}: the OpenAPI 3.1 document. */
public final class OpenApiEndpoint implements Calls {

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/openapi.json", this::get);
  }

  public Response get(Request request) {
    request.parameters().verify();
    request.format(Format.JSON);
    String document = OpenApiDocument.json();
    var etag = new ETag(Tags.digest(document) + "-openapi");
    return request.has(etag)
        ? Response.notModified(etag, Caching.PUBLIC)
        : Response.json(document).with(etag).with(Caching.PUBLIC);
  }
}
