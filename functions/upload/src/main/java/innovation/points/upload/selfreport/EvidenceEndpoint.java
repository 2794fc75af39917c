package innovation.points.upload.selfreport;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.bucket.Attachment;
import innovation.points.store.bucket.AttachmentLink;
import innovation.points.store.bucket.Links;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.upload.status.VisibleUploads;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.SentFiles;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code /v1/uploads/{id}/evidence}: files that an enterprise sends along with its self-report, for
 * whoever verifies it. They belong to the report of the dataset and year, whatever it is changed
 * to; what has arrived is what the bucket holds.
 */
public final class EvidenceEndpoint implements Calls {

  private static final int MOST = 20;
  private static final String FOLDER = "evidence/";
  private static final String UPLOADS = "uploads/";

  private final IntFunction<Catalogue> catalogues;
  private final UploadsTable uploads;
  private final Links links;
  private final S3Client s3;
  private final String bucket;
  private final AuditTrail trail;

  /**
   * The body of a {@code POST}.
   *
   * @param attachments at least one
   */
  record Body(@Nullable List<SentFiles.Announced> attachments) {}

  /** The files, in the order of their names. */
  record Evidence(List<AttachmentLink> items) {}

  public EvidenceEndpoint(
      IntFunction<Catalogue> catalogues,
      UploadsTable uploads,
      Links links,
      S3Client s3,
      String bucket,
      AuditTrail trail) {
    this.catalogues = catalogues;
    this.uploads = uploads;
    this.links = links;
    this.s3 = s3;
    this.bucket = bucket;
    this.trail = trail;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/uploads/{id}/evidence", this::list)
        .post("/v1/uploads/{id}/evidence", this::send);
  }

  /** What has arrived: for the enterprise, the department whose dataset it is, and the bureau. */
  public Response list(Request request) {
    Format format = request.lineFormat();
    UploadKey key = key(upload(request));
    Principal caller = request.principal();
    Dataset dataset = catalogues.apply(key.year()).dataset(key.dataset()).orElseThrow();
    if (!caller.readsAll()
        && !owns(caller, key)
        && caller.department().filter(dataset.owner()::equals).isEmpty()) {
      throw new ProblemException(Problem.forbidden("佐证材料只供填报企业、数据的主管部门和区科学技术局查看"));
    }
    List<AttachmentLink> items =
        arrived(key).stream().map(file -> link(key, file, links::toGet)).toList();
    return Response.list(request, format, items, null, new Evidence(items)).with(Caching.NONE);
  }

  /** With where each is to be put; one that is there already may be put again. */
  public Response send(Request request) {
    UploadRecord upload = upload(request);
    List<Attachment> files =
        SentFiles.read(request.body(Body.class).attachments(), Attachment::new);
    if (files.isEmpty()) {
      throw new ProblemException(
          Problem.badRequest("body", "/attachments", "字段 attachments 至少写明一个附件，收到 0 个"));
    }
    UploadKey key = key(upload);
    if (key.enterprise().isEmpty()) {
      throw new ProblemException(Problem.conflict("只为企业自主填报的数据提交佐证材料；该文件不是企业填报的"));
    }
    if (!owns(request.principal(), key)) {
      throw new ProblemException(Problem.forbidden("企业只能为本企业的填报提交佐证材料"));
    }
    var all = new HashSet<>(arrived(key));
    all.addAll(files);
    if (all.size() > MOST) {
      throw new ProblemException(
          Problem.conflict("一份填报最多 %d 个佐证材料，提交后将有 %d 个；请合并后再提交".formatted(MOST, all.size())));
    }
    trail.add(
        TrailEntry.of(request.person(), TrailAction.UPLOAD_EVIDENCED, key.key(), request.id()));
    return Response.created(
            request.path(),
            new Evidence(files.stream().map(file -> link(key, file, links::toPut)).toList()))
        .with(Caching.NONE);
  }

  private UploadRecord upload(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    return VisibleUploads.named(uploads, request, id);
  }

  /** One that was only to be checked is of the file it would be. */
  private static UploadKey key(UploadRecord upload) {
    if (UploadKey.parseAny(upload.key(), Catalogue::load) instanceof UploadKey key) {
      return key;
    }
    throw new ProblemException(Problem.notFound("该文件的存放位置不合规范，没有佐证材料"));
  }

  private static boolean owns(Principal caller, UploadKey key) {
    return key.enterprise().filter(caller::owns).isPresent();
  }

  private static String folder(UploadKey key) {
    return FOLDER + key.key().substring(UPLOADS.length());
  }

  /** A file lies under its digest: another of the same name does not take its place. */
  private static AttachmentLink link(
      UploadKey key,
      Attachment file,
      BiFunction<String, List<Attachment>, List<AttachmentLink>> found) {
    return found.apply(folder(key) + "/" + file.sha256(), List.of(file)).getFirst();
  }

  private List<Attachment> arrived(UploadKey key) {
    String folder = folder(key) + "/";
    return s3
        .listObjectsV2(list -> list.bucket(bucket).prefix(folder).maxKeys(MOST * 5))
        .contents()
        .stream()
        .map(
            object -> {
              String[] name = object.key().substring(folder.length()).split("/", 2);
              return new Attachment(name[1], object.size(), name[0]);
            })
        .sorted(Comparator.comparing(Attachment::filename).thenComparing(Attachment::sha256))
        .toList();
  }
}
