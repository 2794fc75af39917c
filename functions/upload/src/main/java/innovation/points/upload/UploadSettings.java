package innovation.points.upload;

import static innovation.points.web.event.Environment.required;

import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param bucket the bucket that is the record
 * @param scoresTable tells which results of a year are published
 * @param roleClaim the claim of a token that names its roles
 */
public record UploadSettings(
    String bucket, String uploadsTable, String scoresTable, String roleClaim) {

  /** With the claim that user pools write. */
  public UploadSettings(String bucket, String uploadsTable, String scoresTable) {
    this(bucket, uploadsTable, scoresTable, Issuer.GROUPS);
  }

  static UploadSettings of(Map<String, String> environment) {
    return new UploadSettings(
        required(environment, "BUCKET"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "ROLE_CLAIM"));
  }
}
