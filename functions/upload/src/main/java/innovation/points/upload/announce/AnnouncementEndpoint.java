package innovation.points.upload.announce;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileSize;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.bucket.Links;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/uploads}: answers a presigned address that accepts exactly the announced file.
 * Announcing the same content under the same key again returns the same upload.
 */
public final class AnnouncementEndpoint implements Calls {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(OfficialTime.ZONE);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final Settings zone;
  private final UploadsTable uploads;
  private final Links links;
  private final AuditTrail trail;
  private final InstantSource clock;

  /**
   * The file to be uploaded.
   *
   * @param source whose file it is; only the bureau may name another than its own
   * @param bytes size of the file
   * @param sha256 of the file, in hex
   * @param checkOnly whether it is only to be checked, and not to count
   */
  record Announcement(
      String dataset,
      int year,
      String filename,
      long bytes,
      String sha256,
      @Nullable String source,
      @Nullable Boolean checkOnly) {}

  /**
   * The upload as it is now.
   *
   * @param notice in Chinese, where the same content is already in force
   */
  record Announced(
      String id,
      String key,
      String status,
      PutAddress put,
      Instant expiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notice) {}

  record PutAddress(String url, Map<String, String> headers) {}

  public AnnouncementEndpoint(
      Settings zone, UploadsTable uploads, Links links, AuditTrail trail, InstantSource clock) {
    this.zone = zone;
    this.uploads = uploads;
    this.links = links;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/uploads", this::announce);
  }

  public Response announce(Request request) {
    request.parameters().verify();
    var announcement = request.body(Announcement.class);
    Dataset dataset = check(announcement);
    String source = source(request.principal(), announcement, dataset);
    UploadKey key =
        RequestedKey.of(
            source,
            announcement.dataset(),
            announcement.year(),
            announcement.filename(),
            zone::catalogue);
    Principal caller = request.principal();
    if (source.equals(UploadKey.ENTERPRISE)
        && !caller.is(Role.BUREAU)
        && !key.enterprise().equals(caller.uscc())) {
      throw new ProblemException(
          Problem.forbidden("企业只能上报本企业的数据，文件名应为 " + caller.uscc().orElse("统一社会信用代码") + ".csv"));
    }
    String sha256 = announcement.sha256().toLowerCase(Locale.ROOT);
    String object = Boolean.TRUE.equals(announcement.checkOnly()) ? key.checkKey() : key.key();
    UploadRecord upload =
        uploads.announce(
            PendingUpload.of(key, object, announcement.bytes(), sha256, clock.instant()),
            request.person());
    request.concerns("upload", upload.id());
    trail.add(
        TrailEntry.of(request.person(), TrailAction.UPLOAD_ANNOUNCED, object, request.id())
            .resulting(upload.status().id()));
    Links.Put put = links.put(object, announcement.bytes(), sha256);
    return Response.created(
        "/v1/uploads/" + upload.id(),
        new Announced(
            upload.id(),
            object,
            upload.status().id(),
            new PutAddress(put.url(), put.headers()),
            put.expiresAt(),
            notice(upload)));
  }

  private static @Nullable String notice(UploadRecord upload) {
    return upload.status().acceptable()
        ? "内容相同的文件已于 %s 收到并生效，无需再次上传"
            .formatted(TIME.format(upload.uploadedAt().orElse(upload.createdAt())))
        : null;
  }

  private Dataset check(Announcement announcement) {
    var faults = new ArrayList<Fault>();
    Optional<Dataset> dataset =
        Catalogue.load()
            .dataset(announcement.dataset())
            .or(() -> zone.catalogue().dataset(announcement.dataset()));
    if (dataset.isEmpty()) {
      faults.add(fault("dataset", "没有这个数据集，全部数据集见 /v1/datasets"));
    }
    if (announcement.bytes() < 1 || announcement.bytes() > FileSize.LARGEST) {
      faults.add(
          fault(
              "bytes",
              "字段 bytes 应为 1 到 %d（%s）的整数，收到：%d"
                  .formatted(FileSize.LARGEST, FileSize.SHOWN, announcement.bytes())));
    }
    if (!SHA256.matcher(announcement.sha256()).matches()) {
      faults.add(fault("sha256", "字段 sha256 应为文件的 SHA-256，64 位十六进制"));
    }
    if (!faults.isEmpty() || dataset.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return dataset.get();
  }

  private static Fault fault(String field, String detail) {
    return new Fault("body", "/" + field, detail);
  }

  /** The bureau uploads for every source, others for those they are. */
  private static String source(Principal caller, Announcement announcement, Dataset dataset) {
    Optional<String> named = Optional.ofNullable(announcement.source());
    if (caller.is(Role.BUREAU)) {
      return named.orElse(dataset.owner());
    }
    var own = new ArrayList<String>();
    caller.department().ifPresent(own::add);
    if (caller.is(Role.ENTERPRISE)) {
      own.add(UploadKey.ENTERPRISE);
    }
    String source = named.orElse(own.getFirst());
    if (!own.contains(source)) {
      throw new ProblemException(Problem.forbidden("只有区科学技术局可以代其他来源上传"));
    }
    return source;
  }

  public static List<String> sources(Catalogue catalogue) {
    var sources = new ArrayList<>(catalogue.departments().stream().map(Department::id).toList());
    sources.add(UploadKey.PUBLIC);
    sources.add(UploadKey.ENTERPRISE);
    sources.add(UploadKey.BUREAU);
    return List.copyOf(sources);
  }
}
