package innovation.points.store.uploads;

import java.time.Instant;
import java.util.Optional;

/**
 * One upload: a content under a key, announced or received, and its status.
 *
 * @param path what its key says
 * @param version the newest version of the object that has this content; empty while pending
 * @param sha256 of the content in hex; empty where it is too large to be read
 * @param bytes its size
 * @param createdAt when it was announced, or when the bucket took it where it was not
 * @param uploadedAt when the bucket took the version
 * @param updatedAt when the status last changed
 * @param counts of the check; empty before it
 */
public record UploadRecord(
    String id,
    UploadPath path,
    UploadStatus status,
    Optional<String> version,
    Optional<String> sha256,
    long bytes,
    Instant createdAt,
    Optional<Instant> uploadedAt,
    Instant updatedAt,
    Optional<Counts> counts,
    Optional<Report> report) {

  /**
   * What the check counted.
   *
   * @param rows of data in the file
   * @param accepted rows taken
   * @param rejected rows not taken
   * @param problems what was found wrong, rows and whole file
   * @param warnings what was accepted with a warning
   */
  public record Counts(long rows, long accepted, long rejected, long problems, long warnings) {}

  /**
   * Keys of the report's files in the bucket.
   *
   * @param json all problems, for programs
   * @param csv the file with two more columns
   * @param xlsx the same as a workbook
   */
  public record Report(Optional<String> json, Optional<String> csv, Optional<String> xlsx) {}

  public String key() {
    return path.key();
  }

  /** The same upload, at something else. */
  public UploadRecord with(UploadStatus at) {
    return new UploadRecord(
        id, path, at, version, sha256, bytes, createdAt, uploadedAt, updatedAt, counts, report);
  }
}
