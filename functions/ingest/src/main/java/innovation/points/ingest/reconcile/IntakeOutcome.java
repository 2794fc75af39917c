package innovation.points.ingest.reconcile;

import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What the record of an upload says once its key is up to date.
 *
 * @param upload as it is in the table
 */
record IntakeOutcome(
    UploadRecord upload, UploadStatus status, Optional<String> version, Optional<Instant> at) {

  /**
   * The outcome of a content.
   *
   * @param newest the verdict on the newest version that has the content
   * @param inForce the verdict on the version in force
   */
  static IntakeOutcome of(UploadRecord upload, Verdict newest, Optional<Verdict> inForce) {
    boolean mine = inForce.filter(v -> v.uploadId().equals(upload.id())).isPresent();
    UploadStatus status =
        mine || !newest.status().acceptable() ? newest.status() : UploadStatus.WITHDRAWN;
    return new IntakeOutcome(
        upload, status, Optional.of(newest.version()), Optional.of(newest.uploadedAt()));
  }

  /** The outcome of a content that no version has: it is still to come, or was deleted. */
  static IntakeOutcome gone(UploadRecord upload) {
    UploadStatus status = upload.status().acceptable() ? UploadStatus.WITHDRAWN : upload.status();
    return new IntakeOutcome(upload, status, upload.version(), upload.uploadedAt());
  }

  /** Writes the record where it differs. */
  void write(UploadsTable uploads, Instant now) {
    if (upload.status() != status
        || !upload.version().equals(version)
        || !upload.uploadedAt().equals(at)) {
      uploads.put(
          new UploadRecord(
              upload.id(),
              upload.path(),
              status,
              version,
              upload.sha256(),
              upload.bytes(),
              upload.createdAt(),
              at,
              now,
              upload.counts(),
              upload.report()));
    }
  }
}
