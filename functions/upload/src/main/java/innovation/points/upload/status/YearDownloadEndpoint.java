package innovation.points.upload.status;

import innovation.points.store.bucket.Links;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.YearFileKeys;
import innovation.points.web.http.Format;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;

/**
 * {@code GET /v1/years/{year}/download}: all public results of a published year as one file,
 * however large. The run has written it into the bucket; the answer redirects to it.
 */
public final class YearDownloadEndpoint implements Calls {

  private final WholeYears years;
  private final Links links;

  public YearDownloadEndpoint(WholeYears years, Links links) {
    this.years = years;
    this.links = links;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/download", this::get);
  }

  public Response get(Request request) {
    Pointer pointer = years.pointer(request);
    Format format = request.fileFormat(Format.CSV, Format.XLSX);
    String key = YearFileKeys.of(pointer.year(), pointer.generation(), format.extension());
    return FileLink.answer(request, links.get(key), format.mediaType());
  }
}
