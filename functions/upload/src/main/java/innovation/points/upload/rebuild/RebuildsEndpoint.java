package innovation.points.upload.rebuild;

import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.uploads.Rebuild;
import innovation.points.store.uploads.Rebuilds;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code /v1/rebuilds}: the bureau has the facts table compared with the bucket and repaired. The
 * order is an object in the bucket, whose event starts the rebuild in the intake.
 */
public final class RebuildsEndpoint implements Calls {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private static final int MOST_REASON = 500;

  private final Rebuilds rebuilds;
  private final AuditTrail trail;
  private final S3Client s3;
  private final String bucket;
  private final InstantSource clock;

  /**
   * The order.
   *
   * @param dryRun differences are reported, not repaired
   * @param reason why even a large part of the facts may be withdrawn of files that are not there
   */
  record Order(@Nullable Boolean dryRun, @Nullable String reason) {}

  /**
   * A rebuild as the API shows it.
   *
   * @param files keys of the bucket looked at so far
   * @param items of the facts table that the bucket says there should be
   * @param missing of these that were not there before
   * @param different of these that were different
   * @param surplus items that were there and should not be
   * @param deliveries records of delivered datasets that were wrong
   * @param equal whether the table agreed with the bucket; null until all is compared
   * @param keys of the files whose facts differed, the first hundred
   */
  record View(
      String id,
      boolean dryRun,
      String status,
      Person orderedBy,
      Instant orderedAt,
      @Nullable Instant finishedAt,
      long files,
      long items,
      long missing,
      long different,
      long surplus,
      long deliveries,
      @Nullable Boolean equal,
      List<String> keys) {

    static View of(Rebuild rebuild) {
      Rebuild.Found found = rebuild.found();
      return new View(
          rebuild.id(),
          rebuild.dryRun(),
          rebuild.status().id(),
          rebuild.orderedBy(),
          rebuild.orderedAt(),
          rebuild.finishedAt().orElse(null),
          found.files(),
          found.items(),
          found.missing(),
          found.different(),
          found.surplus(),
          found.deliveries(),
          rebuild.status() == Rebuild.Status.DONE ? Boolean.valueOf(found.equal()) : null,
          rebuild.keys());
    }
  }

  public RebuildsEndpoint(
      Rebuilds rebuilds, AuditTrail trail, S3Client s3, String bucket, InstantSource clock) {
    this.rebuilds = rebuilds;
    this.trail = trail;
    this.s3 = s3;
    this.bucket = bucket;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/rebuilds", this::order)
        .get("/v1/rebuilds", this::list)
        .get("/v1/rebuilds/{id}", this::get);
  }

  public Response order(Request request) {
    request.parameters().verify();
    Order order = request.body(Order.class);
    boolean dryRun = Boolean.TRUE.equals(order.dryRun());
    Optional<String> reason =
        Optional.ofNullable(order.reason()).map(String::strip).filter(text -> !text.isEmpty());
    if (reason.filter(text -> text.length() > MOST_REASON).isPresent()) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/reason",
              "reason 至多 %d 字，实际为 %d 字".formatted(MOST_REASON, reason.get().length())));
    }
    Instant now = clock.instant();
    String id = STAMP.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
    var rebuild = Rebuild.ordered(id, dryRun, reason, request.person(), now);
    rebuilds.put(rebuild);
    // Before the order itself: nothing is rebuilt of which the trail does not say who wanted it.
    trail.add(
        TrailEntry.of(
                rebuild.orderedBy(), TrailAction.REBUILD_ORDERED, "rebuilds/" + id, request.id())
            .because(reason.orElse(null))
            .resulting(dryRun ? "compare" : "ordered"));
    request.concerns("rebuild", id);
    s3.putObject(
        put -> put.bucket(bucket).key(rebuild.orderKey()).contentType("application/json"),
        RequestBody.fromString("{\"dryRun\":" + dryRun + "}", StandardCharsets.UTF_8));
    return Response.accepted("/v1/rebuilds/" + id, View.of(rebuild));
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    var part = ShortList.of(parameters, "rebuilds");
    parameters.verify();
    return Response.list(
            request, request.lineFormat(), part.of(rebuilds.list().stream().map(View::of).toList()))
        .with(Caching.NONE);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    Rebuild rebuild =
        rebuilds.find(id).orElseThrow(() -> new ProblemException(Problem.notFound("没有编号为此的重建任务")));
    request.concerns("rebuild", rebuild.id());
    return Response.ok(View.of(rebuild)).with(Caching.NONE);
  }
}
