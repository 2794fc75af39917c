package innovation.points.upload.selfreport;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verification;
import innovation.points.upload.status.VisibleUploads;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code POST /v1/uploads/{id}/verification}: the department whose dataset it is, or the bureau,
 * says of figures that an enterprise reported whether they are right. What is refused does not
 * count. The verification is an object of the bucket, whose event starts the intake.
 */
public final class FigureVerificationEndpoint implements Calls {

  private static final int LONGEST = 500;

  private final IntFunction<Catalogue> catalogues;
  private final ReportChecker checker;
  private final UploadsTable uploads;
  private final S3Client s3;
  private final String bucket;
  private final AuditTrail trail;
  private final InstantSource clock;

  /**
   * What was found.
   *
   * @param outcome {@code confirmed} or {@code refused}
   * @param names of the figures: fields, of line items the natural keys; null: all of the file
   * @param reason 1 to 500 characters; may be left out where they are confirmed
   */
  record Found(String outcome, @Nullable List<String> names, @Nullable String reason) {}

  /**
   * The answer: the figures are being brought up to date.
   *
   * @param names of what was verified
   */
  record Taken(String id, String outcome, List<String> names, Instant at) {}

  public FigureVerificationEndpoint(
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
    routes.post("/v1/uploads/{id}/verification", this::verify);
  }

  public Response verify(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    UploadRecord upload = VisibleUploads.named(uploads, request, id);
    Found found = request.body(Found.class);
    if (!(UploadKey.parse(upload.key()) instanceof UploadKey key) || key.enterprise().isEmpty()) {
      throw new ProblemException(Problem.conflict("只核验企业自主填报的数据；该文件不是企业填报的"));
    }
    Dataset dataset = catalogues.apply(key.year()).dataset(key.dataset()).orElseThrow();
    mayVerify(request.principal(), dataset);
    boolean confirmed = confirmed(found.outcome());
    String reason = reason(found.reason(), confirmed);
    if (upload.status() != UploadStatus.ACCEPTED && upload.status() != UploadStatus.PARTIAL) {
      throw new ProblemException(Problem.conflict("该填报现在没有生效（还在校验，或已被新的填报替换、撤回），不能核验；请刷新后再办理"));
    }
    var figures = chosen(reported(upload, key, dataset), found.names());
    var verification =
        new Verification(
            confirmed,
            figures,
            reason,
            request.person(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    trail.add(
        TrailEntry.of(request.person(), TrailAction.UPLOAD_VERIFIED, key.key(), request.id())
            .because(reason.isEmpty() ? null : reason)
            .resulting(found.outcome()));
    s3.putObject(
        put ->
            put.bucket(bucket).key(verification.object(key.key())).contentType("application/json"),
        RequestBody.fromString(verification.json()));
    return Response.accepted(
        "/v1/uploads/" + upload.id(),
        new Taken(
            upload.id(),
            found.outcome(),
            List.copyOf(new TreeMap<>(figures).keySet()),
            verification.at()));
  }

  private void mayVerify(Principal caller, Dataset dataset) {
    if (!caller.is(Role.BUREAU) && caller.department().filter(dataset.owner()::equals).isEmpty()) {
      String owner =
          Catalogue.load()
              .department(dataset.owner())
              .map(Department::name)
              .orElse(dataset.owner());
      throw new ProblemException(
          Problem.forbidden("“%s”由%s或区科学技术局核验".formatted(dataset.title(), owner)));
    }
  }

  private static boolean confirmed(String outcome) {
    return switch (outcome) {
      case "confirmed" -> true;
      case "refused" -> false;
      default ->
          throw new ProblemException(
              Problem.badRequest(
                  "body", "/outcome", "字段 outcome 应为 confirmed（核验属实）或 refused（不予采用）"));
    };
  }

  private static String reason(@Nullable String given, boolean confirmed) {
    String reason = given == null ? "" : given.strip();
    if ((reason.isEmpty() && !confirmed) || reason.length() > LONGEST) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/reason",
              "字段 reason 应写明理由，1 到 %d 个字，收到 %d 个字".formatted(LONGEST, reason.length())));
    }
    return reason;
  }

  private static Map<String, Map<String, String>> chosen(
      Map<String, Map<String, String>> reported, @Nullable List<String> names) {
    if (names == null) {
      return reported;
    }
    var chosen = new HashMap<String, Map<String, String>>();
    for (String name : names) {
      Map<String, String> figures = reported.get(name);
      if (figures == null) {
        throw new ProblemException(
            Problem.badRequest(
                "body",
                "/names",
                "该填报没有“%s”，可以核验的有：%s"
                    .formatted(
                        Parameters.shown(name),
                        String.join("、", new TreeMap<>(reported).keySet()))));
      }
      chosen.put(name, figures);
    }
    if (chosen.isEmpty()) {
      throw new ProblemException(Problem.badRequest("body", "/names", "字段 names 至少写明一项；全部核验的不填"));
    }
    return chosen;
  }

  /** What the version in force says. */
  private Map<String, Map<String, String>> reported(
      UploadRecord upload, UploadKey key, Dataset dataset) {
    byte[] bytes =
        s3.getObject(
                get -> get.bucket(bucket).key(key.key()).versionId(upload.version().orElseThrow()),
                ResponseTransformer.toBytes())
            .asByteArray();
    return checker.check(
        key,
        bytes,
        checked -> {
          var figures = new HashMap<String, Map<String, String>>();
          checked.forEachAccepted(
              row -> figures.putAll(Verification.figures(dataset, row.values())));
          return figures;
        });
  }
}
