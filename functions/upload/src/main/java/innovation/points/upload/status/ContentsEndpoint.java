package innovation.points.upload.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.report.FindingJson;
import innovation.points.datasets.report.KeptBlocks;
import innovation.points.datasets.report.RowStatus;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code GET /v1/uploads/{id}/rows}: what was read of a file, row by row, also where nothing of it
 * counts; {@code …/changes}: what it changes against what is in force without it.
 */
@SuppressWarnings("EnumOrdinal") // As JsonBlocks counts the lines of a kind.
public final class ContentsEndpoint implements Calls {

  private static final Map<String, RowStatus> STATUSES =
      Arrays.stream(RowStatus.values())
          .collect(Collectors.toUnmodifiableMap(RowStatus::id, Function.identity()));
  private static final KeptBlocks NOTHING = new KeptBlocks("", List.of());
  private static final int ADDED = 0;
  private static final int CHANGED = 1;
  private static final int WITHDRAWN = 2;

  private final Settings zone;
  private final VisibleUploads visible;
  private final UploadsTable uploads;
  private final KeptLines lines;
  private final Cursors cursors;

  /**
   * What a file changes.
   *
   * @param added enterprises, or items of them, that are not in force; of all pages
   */
  record Changes(
      long added,
      long changed,
      long withdrawn,
      List<? extends JsonNode> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  private ContentsEndpoint(Settings zone, UploadsTable uploads, KeptLines lines, Cursors cursors) {
    this.zone = zone;
    this.visible = new VisibleUploads(uploads);
    this.uploads = uploads;
    this.lines = lines;
    this.cursors = cursors;
  }

  /** Reads from the bucket what intake has kept there. */
  public static ContentsEndpoint of(
      Settings zone, UploadsTable uploads, S3Client s3, String bucket, Cursors cursors) {
    return new ContentsEndpoint(zone, uploads, new KeptLines(s3, bucket), cursors);
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/uploads/{id}/rows", this::rows).get("/v1/uploads/{id}/changes", this::changes);
  }

  public Response rows(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    Optional<RowStatus> status = parameters.choice("status", STATUSES);
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "rows/%s?%s".formatted(id, status);
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    JsonNode found = found(visible.get(request, id));
    KeptLines.Page page =
        lines.page(
            FindingJson.kept(found.path("rows")).orElse(NOTHING),
            status.map(one -> OptionalInt.of(one.ordinal())).orElse(OptionalInt.empty()),
            line -> status.isEmpty() || line.path("status").asText().equals(status.get().id()),
            limit,
            cursor.map(Cursor::position));
    List<ObjectNode> items = page.lines().stream().map(ContentsEndpoint::row).toList();
    return Response.list(request, format, items, next(list, page)).with(Caching.NONE);
  }

  public Response changes(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "changes/" + id;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    UploadRecord upload = visible.get(request, id);
    JsonNode found = found(upload);
    Optional<String> from = cursor.map(Cursor::position);
    Optional<KeptBlocks> kept = FindingJson.kept(found.path("changes"));
    if (kept.isEmpty()) {
      return answer(request, format, allAdded(upload, found, list, limit, from));
    }
    KeptLines.Page page = lines.page(kept.get(), OptionalInt.empty(), _ -> true, limit, from);
    return answer(
        request,
        format,
        new Changes(
            KeptLines.count(kept.get(), ADDED),
            KeptLines.count(kept.get(), CHANGED),
            KeptLines.count(kept.get(), WITHDRAWN),
            page.lines(),
            next(list, page)));
  }

  private static Response answer(Request request, Format format, Changes changes) {
    return Response.list(request, format, changes.items(), changes.nextCursor(), changes)
        .with(Caching.NONE);
  }

  /** Where nothing was in force, a file adds all its good rows; one that is refused adds none. */
  private Changes allAdded(
      UploadRecord upload, JsonNode found, String list, int limit, Optional<String> from) {
    Optional<KeptBlocks> rows =
        upload.status() == UploadStatus.REJECTED
            ? Optional.empty()
            : FindingJson.kept(found.path("rows"));
    if (rows.isEmpty()) {
      return new Changes(0, 0, 0, List.of(), null);
    }
    List<String> key =
        upload
            .path()
            .dataset()
            .flatMap(zone.catalogue()::dataset)
            .map(Dataset::naturalKey)
            .orElse(List.of());
    KeptLines.Page page =
        lines.page(rows.get(), OptionalInt.empty(), ContentsEndpoint::good, limit, from);
    long added =
        KeptLines.count(rows.get(), RowStatus.ACCEPTED.ordinal())
            + KeptLines.count(rows.get(), RowStatus.WARNED.ordinal());
    List<ObjectNode> items = page.lines().stream().map(line -> added(line, key)).toList();
    return new Changes(added, 0, 0, items, next(list, page));
  }

  private static boolean good(JsonNode line) {
    RowStatus status = STATUSES.get(line.path("status").asText());
    return status == RowStatus.ACCEPTED || status == RowStatus.WARNED;
  }

  private @Nullable String next(String list, KeptLines.Page page) {
    Optional<String> next = page.next().map(n -> cursors.seal(list, new Cursor("", n)));
    return next.orElse(null);
  }

  private JsonNode found(UploadRecord upload) {
    return uploads
        .details(upload.id())
        .map(StoredJson::tree)
        .orElse(JsonNodeFactory.instance.objectNode());
  }

  private static ObjectNode row(JsonNode line) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set("row", line.path("row"));
    row.set("uscc", orNull(line.get("uscc")));
    row.set("name", orNull(line.path("values").get("name")));
    row.set("status", line.path("status"));
    row.set("values", line.path("values"));
    JsonNode problems = line.path("problems");
    row.set("problems", problems.isArray() ? problems : JsonNodeFactory.instance.arrayNode());
    return row;
  }

  private static ObjectNode added(JsonNode line, List<String> key) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.set("uscc", orNull(line.get("uscc")));
    change.set("name", orNull(line.path("values").get("name")));
    change.put("change", "added");
    ObjectNode item = change.putObject("item");
    ArrayNode fields = change.putArray("fields");
    for (Map.Entry<String, JsonNode> value : line.path("values").properties()) {
      if (key.contains(value.getKey())) {
        item.set(value.getKey(), value.getValue());
      }
      fields
          .addObject()
          .put("field", value.getKey())
          .putNull("before")
          .set("after", value.getValue());
    }
    return change;
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? JsonNodeFactory.instance.nullNode() : node;
  }
}
