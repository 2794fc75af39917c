package innovation.points.upload.announce;

import innovation.points.datasets.key.UploadKey;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The record of an announced upload. */
public final class PendingUpload {

  private PendingUpload() {}

  /**
   * An announced content.
   *
   * @param sha256 of the content, in hex
   */
  public static UploadRecord of(UploadKey key, long bytes, String sha256, Instant at) {
    return of(key, key.key(), bytes, sha256, at);
  }

  /**
   * The same at another place.
   *
   * @param object its key in the bucket, that of a file to be checked or of one that is to count
   */
  static UploadRecord of(UploadKey key, String object, long bytes, String sha256, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    String owner = key.enterprise().map(UploadPath::enterprise).orElse(key.source());
    var path =
        new UploadPath(
            object,
            Optional.of(key.source()),
            Optional.of(owner),
            Optional.of(key.dataset()),
            Optional.of(key.year()),
            key.filename());
    return new UploadRecord(
        UploadId.ofContent(object, sha256),
        path,
        UploadStatus.PENDING,
        Optional.empty(),
        Optional.of(sha256),
        bytes,
        now,
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }
}
