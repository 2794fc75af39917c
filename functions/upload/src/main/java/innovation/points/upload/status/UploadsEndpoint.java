package innovation.points.upload.status;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.store.bucket.Links;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.upload.announce.AnnouncementEndpoint;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code GET /v1/uploads…}: the uploads and their status, however the files came into the bucket.
 * The bureau sees all of them, departments and enterprises their own.
 */
public final class UploadsEndpoint implements Calls {

  private static final Map<String, UploadStatus> STATUSES =
      Arrays.stream(UploadStatus.values())
          .collect(Collectors.toUnmodifiableMap(UploadStatus::id, Function.identity()));

  /** A department uploads a handful of files of one dataset and year. */
  private static final int LOOKED_THROUGH = 200;

  private final UploadsTable uploads;
  private final VisibleUploads visible;
  private final Links links;
  private final Cursors cursors;
  private final Settings zone;

  public UploadsEndpoint(Settings zone, UploadsTable uploads, Links links, Cursors cursors) {
    this.uploads = uploads;
    this.visible = new VisibleUploads(uploads);
    this.links = links;
    this.cursors = cursors;
    this.zone = zone;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/uploads", this::list).get("/v1/uploads/{id}", this::get);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    OptionalInt year = parameters.queryYear("year");
    Catalogue catalogue = zone.catalogue();
    Optional<String> dataset =
        parameters.choice(
            "dataset", names(catalogue.datasets().stream().map(Dataset::id).toList()));
    Optional<UploadStatus> status = parameters.choice("status", STATUSES);
    Optional<String> source =
        parameters.choice("source", names(AnnouncementEndpoint.sources(catalogue)));
    Format format = request.listFormat();
    // Years of self-reports may be longer than an answer: files, too, come in parts.
    int limit = Math.min(parameters.limit(format), Format.MOST_LINES);
    Optional<String> owner = VisibleUploads.owner(request.principal(), source);
    String list = "uploads?%s&%s&%s&%s&%s".formatted(owner, source, year, dataset, status);
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    if (owner.isPresent() && source.isPresent() && !owner.equals(source)) {
      throw new ProblemException(Problem.forbidden("只能查看本单位上传的文件"));
    }
    var filter =
        new UploadFilter(
            owner.or(() -> source),
            year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty(),
            dataset,
            status);
    UploadPage page = uploads.list(filter, limit, cursor.map(Cursor::position));
    String next = cursors.next(list, "", page.next().orElse(null));
    Response response =
        switch (format) {
          case JSON, NDJSON -> Response.list(request, format, views(page.items()), next);
          case CSV, XLSX ->
              Response.file(new UploadsFile(catalogue).of(page.items()), format, "上传记录")
                  .followedBy(request, next);
        };
    return response.with(Caching.NONE);
  }

  private List<UploadView> views(List<UploadRecord> records) {
    Map<String, String> details = uploads.details(records.stream().map(UploadRecord::id).toList());
    return records.stream()
        .map(upload -> UploadView.brief(upload, details.get(upload.id()), links))
        .toList();
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    UploadRecord upload = visible.get(request, id);
    return Response.ok(
            UploadView.whole(
                upload,
                uploads.details(id).orElse(null),
                others(upload),
                uploads.withdrawal(id).orElse(null),
                links))
        .with(Caching.NONE);
  }

  /** The source's other files of the dataset and year that are in force. */
  private UploadView.Others others(UploadRecord upload) {
    UploadPath path = upload.path();
    if (path.year().isEmpty() || path.owner().isEmpty() || path.dataset().isEmpty()) {
      return new UploadView.Others(List.of(), List.of());
    }
    var filter = new UploadFilter(path.owner(), path.year(), path.dataset(), Optional.empty());
    List<UploadRecord> inForce =
        uploads.list(filter, LOOKED_THROUGH, Optional.empty()).items().stream()
            .filter(other -> !other.path().isPlaceOf(upload.path()))
            .filter(other -> other.status().acceptable())
            .toList();
    // Usually one file sent under two names.
    List<String> same =
        inForce.stream()
            .filter(other -> upload.sha256().isPresent() && other.sha256().equals(upload.sha256()))
            .map(UploadRecord::key)
            .toList();
    return new UploadView.Others(same, inForce.stream().map(UploadRecord::key).toList());
  }

  private static Map<String, String> names(List<String> names) {
    return names.stream().collect(Collectors.toUnmodifiableMap(n -> n, n -> n));
  }
}
