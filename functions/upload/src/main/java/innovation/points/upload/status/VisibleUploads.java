package innovation.points.upload.status;

import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import java.util.Optional;

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
    UploadRecord upload =
        uploads.get(id).orElseThrow(() -> new ProblemException(Problem.notFound("没有编号为此的上传记录")));
    request.concerns("upload", upload.id());
    Optional<String> owner = owner(request.principal());
    if (owner.isPresent() && !owner.equals(upload.path().owner())) {
      throw new ProblemException(Problem.forbidden("只能查看本单位上传的文件"));
    }
    return upload;
  }

  /** Whose uploads the principal may see; all where empty. */
  static Optional<String> owner(Principal principal) {
    return switch (principal) {
      case Principal.Bureau _ -> Optional.empty();
      case Principal.Department(String id) -> Optional.of(id);
      case Principal.Enterprise(String uscc) -> Optional.of(UploadPath.enterprise(uscc));
      case Principal.Public _, Principal.Stranger _ ->
          throw new ProblemException(Problem.forbidden("当前身份没有上传记录"));
    };
  }
}
