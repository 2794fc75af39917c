package innovation.points.upload.status;

import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The uploads that a principal may see: the bureau all, departments and enterprises their own. */
public final class VisibleUploads {

  private final UploadsTable uploads;

  public VisibleUploads(UploadsTable uploads) {
    this.uploads = uploads;
  }

  /**
   * The upload that a request names.
   *
   * @throws ProblemException 404 where there is none, 403 where it is another's
   */
  public UploadRecord get(Request request, String id) {
    UploadRecord upload = named(uploads, request, id);
    if (!sees(request.principal(), upload)) {
      throw new ProblemException(Problem.forbidden("只能查看本单位上传的文件"));
    }
    return upload;
  }

  /**
   * The same, whosever it is: the caller's right to it is checked elsewhere.
   *
   * @throws ProblemException 404 where there is none
   */
  public static UploadRecord named(UploadsTable uploads, Request request, String id) {
    UploadRecord upload =
        uploads.get(id).orElseThrow(() -> new ProblemException(Problem.notFound("没有编号为此的上传记录")));
    request.concerns("upload", upload.id());
    return upload;
  }

  private static boolean sees(Principal caller, UploadRecord upload) {
    return caller.readsAll() || upload.path().owner().filter(owners(caller)::contains).isPresent();
  }

  /** Whose uploads a list shows; everybody's where empty. */
  static Optional<String> owner(Principal caller, Optional<String> source) {
    if (caller.readsAll()) {
      return Optional.empty();
    }
    List<String> owners = owners(caller);
    return source.filter(owners::contains).or(() -> Optional.of(owners.getFirst()));
  }

  /** Whom the caller is: a department, an enterprise, or both. */
  private static List<String> owners(Principal caller) {
    return Stream.concat(
            caller.department().stream(), caller.uscc().stream().map(UploadPath::enterprise))
        .toList();
  }
}
