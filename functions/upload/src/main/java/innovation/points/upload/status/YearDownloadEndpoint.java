package innovation.points.upload.status;

import innovation.points.store.bucket.Links;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.YearFileKeys;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;

/**
 * {@code GET /v1/years/{year}/download}: all public results of a published year as one file,
 * however large. The run has written it into the bucket; the answer redirects to it.
 */
public final class YearDownloadEndpoint {

  private final Publications publications;
  private final Links links;

  public YearDownloadEndpoint(Publications publications, Links links) {
    this.publications = publications;
    this.links = links;
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Format format = request.format(Format.CSV, Format.XLSX);
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有已公布的积分结果")));
    return Response.seeOther(
            links.get(YearFileKeys.of(year, pointer.generation(), format.extension())))
        .with(Caching.NONE);
  }
}
