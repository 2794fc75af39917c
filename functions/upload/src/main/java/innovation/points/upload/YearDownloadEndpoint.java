package innovation.points.upload;

import innovation.points.store.YearFileKeys;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.Publications;
import innovation.points.web.Caching;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;

/**
 * {@code GET /v1/years/{year}/download}: all public results of a published year as one file,
 * however large. The run that made them has put it into the bucket; the answer sends the asker
 * there.
 */
final class YearDownloadEndpoint {

  private final Publications publications;
  private final Links links;

  YearDownloadEndpoint(Publications publications, Links links) {
    this.publications = publications;
    this.links = links;
  }

  Response get(Request request) {
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
