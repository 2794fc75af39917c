package innovation.points.upload.selfreport;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.bucket.MissingObject;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.upload.announce.PendingUpload;
import innovation.points.upload.announce.RequestedKey;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * {@code POST /v1/self-reports}: an enterprise's own figures as JSON (四(一), 企业自主填报). They become
 * the file {@code uploads/enterprise/{dataset}/{year}/{uscc}.csv}, in place of what it reported
 * there before, and go through intake like every file. What the bureau enters for an enterprise is
 * the file {@code uploads/bureau/{dataset}/{year}/{uscc}.csv} beside it. Unlike a file's, errors
 * are reported at once, and then nothing is stored. What was reported before and is left out is
 * withdrawn: the report has to say so.
 */
public final class SelfReportEndpoint implements Calls {

  private final IntFunction<Catalogue> catalogues;
  private final ReportChecker checker;
  private final UploadsTable uploads;
  private final S3Client s3;
  private final String bucket;
  private final AuditTrail trail;
  private final InstantSource clock;

  /**
   * What is reported.
   *
   * @param uscc whose figures they are; an enterprise may leave it out
   * @param rows by field name, without {@code uscc}; one of a per-enterprise dataset
   * @param clears what was reported before and shall be withdrawn, as {@link ReportedFigures} names
   *     it; null: nothing
   */
  record SelfReport(
      String dataset,
      int year,
      @Nullable String uscc,
      List<Map<String, JsonNode>> rows,
      @Nullable List<String> clears) {}

  record Taken(String id, String key, String status) {}

  public SelfReportEndpoint(
      IntFunction<Catalogue> catalogues,
      UploadsTable uploads,
      S3Client s3,
      String bucket,
      AuditTrail trail,
      InstantSource clock) {
    this.catalogues = catalogues;
    this.checker = new ReportChecker(catalogues);
    this.uploads = uploads;
    this.s3 = s3;
    this.bucket = bucket;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/self-reports", this::report);
  }

  public Response report(Request request) {
    request.parameters().verify();
    var report = request.body(SelfReport.class);
    String uscc = uscc(request.principal(), report);
    Dataset dataset = dataset(report);
    UploadKey key =
        RequestedKey.of(
            source(request.principal(), uscc),
            report.dataset(),
            report.year(),
            uscc + ".csv",
            Catalogue::load);
    var file = new SelfReportFile(dataset, uscc, report.rows());
    ReportedFigures figures = check(key, dataset, file);
    verifyClears(figures, reportedBefore(key, dataset), report.clears());
    UploadRecord upload =
        uploads.announce(
            PendingUpload.of(key, file.bytes().length, file.sha256(), clock.instant()),
            request.person());
    request.concerns("upload", upload.id());
    trail.add(
        TrailEntry.of(request.person(), TrailAction.UPLOAD_ANNOUNCED, key.key(), request.id())
            .resulting(upload.status().id()));
    s3.putObject(
        put -> put.bucket(bucket).key(key.key()).contentType("text/csv; charset=utf-8"),
        RequestBody.fromBytes(file.bytes()));
    return Response.created(
        "/v1/uploads/" + upload.id(), new Taken(upload.id(), key.key(), upload.status().id()));
  }

  /** What the bureau enters is its own: it never takes the place of what an enterprise reported. */
  private static String source(Principal principal, String uscc) {
    return principal.owns(uscc) ? UploadKey.ENTERPRISE : UploadKey.BUREAU;
  }

  private static String uscc(Principal principal, SelfReport report) {
    String named = report.uscc();
    if (named != null && (principal.is(Role.BUREAU) || principal.owns(named))) {
      return named;
    }
    if (named != null) {
      throw new ProblemException(Problem.forbidden("企业只能填报本企业的数据"));
    }
    return principal.uscc().orElseThrow(() -> refusal("/uscc", "缺少字段 uscc：代企业填报时须写明统一社会信用代码"));
  }

  private Dataset dataset(SelfReport report) {
    Dataset dataset =
        catalogues
            .apply(report.year())
            .dataset(report.dataset())
            .orElseThrow(() -> refusal("/dataset", "没有这个数据集，全部数据集见 /v1/datasets"));
    int rows = report.rows().size();
    if (rows == 0 || (rows > 1 && dataset.shape() == Shape.PER_ENTERPRISE)) {
      String expected = dataset.shape() == Shape.PER_ENTERPRISE ? "恰有一行" : "至少有一行";
      throw refusal("/rows", "“%s”应%s，收到 %d 行".formatted(dataset.title(), expected, rows));
    }
    return dataset;
  }

  /** Checks as intake does; unlike a file, a form can be corrected at once. */
  private ReportedFigures check(UploadKey key, Dataset dataset, SelfReportFile file) {
    return checker.check(
        key,
        file.bytes(),
        checked -> {
          if (checked.problemCount() > 0) {
            throw new ProblemException(
                Problem.badRequest(checked.problems().stream().map(file::fault).toList()));
          }
          ReportedFigures figures = ReportedFigures.of(dataset, checked);
          if (figures.isBlank()) {
            throw refusal("/rows", "“%s”没有填写任何数据；至少填写一项，没有的数据填 0".formatted(dataset.title()));
          }
          return figures;
        });
  }

  /** The newest version of the file is the record, whether or not intake has been at it. */
  private ReportedFigures reportedBefore(UploadKey key, Dataset dataset) {
    byte[] before;
    try {
      before =
          s3.getObject(get -> get.bucket(bucket).key(key.key()), ResponseTransformer.toBytes())
              .asByteArray();
    } catch (S3Exception e) {
      if (MissingObject.isMeantBy(e)) {
        return ReportedFigures.NONE;
      }
      throw e;
    }
    return checker.check(key, before, checked -> ReportedFigures.of(dataset, checked));
  }

  private static void verifyClears(
      ReportedFigures now, ReportedFigures before, @Nullable List<String> clears) {
    List<String> said = clears == null ? List.of() : clears;
    List<Fault> unsaid =
        before.without(now).stream()
            .filter(cleared -> !said.contains(cleared.name()))
            .map(cleared -> new Fault("body", "/clears/" + cleared.name(), cleared.detail()))
            .toList();
    if (!unsaid.isEmpty()) {
      String fields = unsaid.stream().map(Fault::detail).collect(Collectors.joining("；"));
      throw new ProblemException(
          Problem.conflict(
              "本次填报将撤回上次填报的数据：%s。请补全这些数据；确需撤回的，在 clears 中逐项写明".formatted(fields), unsaid));
    }
  }

  private static ProblemException refusal(String pointer, String detail) {
    return new ProblemException(Problem.badRequest(List.of(new Fault("body", pointer, detail))));
  }
}
