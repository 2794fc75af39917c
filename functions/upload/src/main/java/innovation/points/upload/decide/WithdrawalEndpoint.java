package innovation.points.upload.decide;

import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Withdrawal;
import innovation.points.upload.status.VisibleUploads;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code POST /v1/uploads/{id}/withdrawal}: a file is to count no more. Who withdraws it and why is
 * put into the bucket, then the key gets a delete marker; its event withdraws the facts.
 */
public final class WithdrawalEndpoint implements Calls {

  /** How long an announced file may still come. */
  private static final Duration TO_PUT = Duration.ofMinutes(15);

  private final VisibleUploads visible;
  private final UploadsTable uploads;
  private final AuditTrail trail;
  private final S3Client s3;
  private final String bucket;
  private final InstantSource clock;

  record Order(String reason) {}

  /** The answer: the file is being withdrawn. */
  record Taken(String id, Instant at) {}

  public WithdrawalEndpoint(
      VisibleUploads visible,
      UploadsTable uploads,
      AuditTrail trail,
      S3Client s3,
      String bucket,
      InstantSource clock) {
    this.visible = visible;
    this.uploads = uploads;
    this.trail = trail;
    this.s3 = s3;
    this.bucket = bucket;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/uploads/{id}/withdrawal", this::withdraw);
  }

  public Response withdraw(Request request) {
    var parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    UploadRecord upload = visible.get(request, id);
    var order = request.body(Order.class);
    Person by = DecidingPerson.of(request);
    List<Fault> faults = new ArrayList<>();
    StatedReason.check(order.reason(), faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    // A delete marker withdraws whatever is in force of the key.
    if (!upload.status().acceptable()) {
      throw new ProblemException(Problem.conflict("只有已采用或部分采用的文件可以撤回"));
    }
    if (somethingElseCame(upload)) {
      throw new ProblemException(Problem.conflict("同名的另一个文件正在上传或校验，请等它完成后再撤回"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String record =
        new Withdrawal(upload.key(), upload.version().orElse(null), order.reason().strip(), by, now)
            .json();
    String object = Withdrawal.object(upload.key(), upload.id());
    s3.putObject(
        put -> put.bucket(bucket).key(object).contentType("application/json"),
        RequestBody.fromString(record, StandardCharsets.UTF_8));
    var entry =
        TrailEntry.of(by, TrailAction.UPLOAD_WITHDRAWN, upload.key(), request.id())
            .because(order.reason().strip())
            .resulting("ordered");
    uploads.withdrawal(upload.id(), upload.key(), record, trail.item(entry));
    s3.deleteObject(delete -> delete.bucket(bucket).key(upload.key()));
    return Response.accepted("/v1/uploads/" + upload.id(), new Taken(upload.id(), now));
  }

  private boolean somethingElseCame(UploadRecord upload) {
    return uploads.history(upload.key()).uploads().values().stream()
        .anyMatch(
            other ->
                switch (other.status()) {
                  case PROCESSING -> true;
                  case PENDING -> other.createdAt().isAfter(clock.instant().minus(TO_PUT));
                  default -> false;
                });
  }
}
