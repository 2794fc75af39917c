package innovation.points.upload.status;

import innovation.points.store.bucket.Links;
import innovation.points.store.bucket.MissingObject;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.YearFileKeys;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * {@code GET /v1/years/{year}/report}: the analysis report of a published year (notice 六(三)) as
 * JSON, {@code …/report.pdf}: as PDF. The run that made the year has put both into the bucket.
 */
public final class ReportEndpoint implements Calls {

  /** To be raised when the representation of a report changes. */
  private static final String VARIANT = "report1";

  private final WholeYears years;
  private final S3Client s3;
  private final String bucket;
  private final Links links;

  public ReportEndpoint(WholeYears years, S3Client s3, String bucket, Links links) {
    this.years = years;
    this.s3 = s3;
    this.bucket = bucket;
    this.links = links;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/report", this::json).get("/v1/years/{year}/report.pdf", this::pdf);
  }

  public Response json(Request request) {
    Pointer pointer = years.pointer(request);
    request.format(Format.JSON);
    ETag etag = ETag.of(pointer.year(), pointer.generation(), VARIANT);
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    String key = YearFileKeys.report(pointer.year(), pointer.generation(), "json");
    try {
      String document = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
      return Response.json(document).with(etag).with(Caching.PUBLIC);
    } catch (S3Exception e) {
      throw lacking(e, pointer.year());
    }
  }

  /** Leads to the file. */
  public Response pdf(Request request) {
    Pointer pointer = years.pointer(request);
    String key = YearFileKeys.report(pointer.year(), pointer.generation(), "pdf");
    try {
      s3.headObject(head -> head.bucket(bucket).key(key));
    } catch (S3Exception e) {
      throw lacking(e, pointer.year());
    }
    return FileLink.answer(request, links.get(key), "application/pdf");
  }

  /** The report follows the publication. */
  private static RuntimeException lacking(S3Exception fault, int year) {
    return MissingObject.isMeantBy(fault)
        ? new ProblemException(Problem.notFound(year + " 年度公布的结果的监测分析报告正在生成，一般在公布后几分钟内完成，请稍后再试"))
        : fault;
  }
}
