package innovation.points.upload;

import static innovation.points.web.event.Environment.required;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param bucket the bucket that is the record
 * @param scoresTable tells which results of a year are published
 * @param roleClaim the claim of a token that names its roles
 * @param disclosure what of a publication is public
 */
public record UploadSettings(
    String bucket,
    String uploadsTable,
    String scoresTable,
    String roleClaim,
    Disclosure disclosure) {

  /** With the claim that user pools write. */
  public UploadSettings(String bucket, String uploadsTable, String scoresTable) {
    this(bucket, uploadsTable, scoresTable, Issuer.GROUPS, Disclosure.ALL);
  }

  /** The same where not all of a publication is public. */
  public UploadSettings disclosing(Disclosure what) {
    return new UploadSettings(bucket, uploadsTable, scoresTable, roleClaim, what);
  }

  static UploadSettings of(Map<String, String> environment) {
    return new UploadSettings(
        required(environment, "BUCKET"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "ROLE_CLAIM"),
        Disclosure.of(required(environment, "DISCLOSURE")));
  }
}
