package innovation.points.upload.decide;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import innovation.points.person.Person;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.upload.status.VisibleUploads;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code POST /v1/uploads/{id}/confirmation}: a person says what a file is that is held, or whose
 * columns are not all read. It is read again as said; what is said of columns is kept for the next
 * file of the source. The confirmation is an object of the bucket, whose event starts the intake.
 */
public final class ConfirmationEndpoint implements Calls {

  private static final int MOST_COLUMNS = 100;
  private static final int LONGEST = 200;

  private final Settings zone;
  private final VisibleUploads visible;
  private final MappingStore mappings;
  private final S3Client s3;
  private final String bucket;
  private final InstantSource clock;

  /**
   * What is said.
   *
   * @param unit of the amounts of money
   * @param table one of {@code reading.tables}
   * @param columns fields of the dataset by header, as {@code reading.columns} has it
   */
  record Saying(
      String reason,
      @Nullable String unit,
      @Nullable String table,
      @Nullable Map<String, String> columns) {}

  /**
   * The answer: the file is being read again.
   *
   * @param at when it was said, as the upload's {@code confirmation} will have it
   */
  record Taken(String id, Instant at) {}

  public ConfirmationEndpoint(
      Settings zone,
      VisibleUploads visible,
      MappingStore mappings,
      S3Client s3,
      String bucket,
      InstantSource clock) {
    this.zone = zone;
    this.visible = visible;
    this.mappings = mappings;
    this.s3 = s3;
    this.bucket = bucket;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/uploads/{id}/confirmation", this::confirm);
  }

  public Response confirm(Request request) {
    var parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    UploadRecord upload = visible.get(request, id);
    var saying = request.body(Saying.class);
    Person by = DecidingPerson.of(request);
    if (!(UploadKey.parseAny(upload.key(), zone::catalogue) instanceof UploadKey key)) {
      throw new ProblemException(Problem.conflict("文件的位置不合要求，没有读取，不能确认；请按要求重新上传"));
    }
    check(saying, zone.catalogue(key.year()).dataset(key.dataset()).orElseThrow());
    switch (upload.status()) {
      case HELD, ACCEPTED, PARTIAL, REJECTED, CHECKED -> {}
      case PENDING, PROCESSING -> throw new ProblemException(Problem.conflict("文件还在校验，请等校验完成后再确认"));
      case WITHDRAWN -> throw new ProblemException(Problem.conflict("文件已撤回或已被新的版本替换，不能再确认"));
    }
    Map<String, String> columns = saying.columns() == null ? Map.of() : saying.columns();
    var confirmation =
        new Confirmation(
            saying.reason().strip(),
            Optional.ofNullable(saying.unit()),
            Optional.ofNullable(saying.table()),
            columns,
            by,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (upload.key().equals(key.key()) && key.ofOne().isEmpty() && !columns.isEmpty()) {
      mappings.change(key.source(), key.dataset(), mapping -> mapping.with(confirmation));
    }
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(Confirmation.object(upload.key(), upload.id()))
                .contentType("application/json"),
        RequestBody.fromString(confirmation.json(), StandardCharsets.UTF_8));
    return Response.accepted(
        "/v1/uploads/" + upload.id(), new Taken(upload.id(), confirmation.at()));
  }

  private static void check(Saying saying, Dataset dataset) {
    List<Fault> faults = new ArrayList<>();
    StatedReason.check(saying.reason(), faults);
    String unit = saying.unit();
    List<String> amounts = Said.amounts(dataset);
    if (unit != null && !Said.isUnit(unit, amounts)) {
      faults.add(
          fault(
              "unit",
              "字段 unit 应为能换算成%s的金额单位，收到：%s"
                  .formatted(amounts.isEmpty() ? "元" : String.join("、", amounts), shown(unit))));
    }
    String table = saying.table();
    if (table != null && table.length() > LONGEST) {
      faults.add(fault("table", "字段 table 应为 reading.tables 中的一个"));
    }
    Map<String, String> columns = saying.columns() == null ? Map.of() : saying.columns();
    if (columns.size() > MOST_COLUMNS) {
      faults.add(
          fault("columns", "字段 columns 最多 %d 列，收到 %d 列".formatted(MOST_COLUMNS, columns.size())));
    }
    var fields = new HashSet<String>();
    columns.forEach(
        (header, field) -> {
          if (header.isBlank() || header.length() > LONGEST) {
            faults.add(fault("columns", "列名应为 1 到 %d 个字".formatted(LONGEST)));
          }
          if (dataset.field(field).isEmpty()) {
            faults.add(
                fault(
                    "columns",
                    "“%s”没有字段 %s，全部字段见 /v1/datasets/%s"
                        .formatted(dataset.title(), shown(field), dataset.id())));
          } else if (!fields.add(field)) {
            faults.add(fault("columns", "字段 %s 只能对应一列".formatted(field)));
          }
        });
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
  }

  private static Fault fault(String field, String detail) {
    return new Fault("body", "/" + field, detail);
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
