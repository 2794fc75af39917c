package innovation.points.store.uploads;

import java.time.Instant;
import java.util.Optional;

/**
 * What the check of one version of an object found. A version is checked once, and once more when a
 * person has said what it is.
 *
 * @param version the object's version id
 * @param status accepted, partial or rejected
 * @param uploadId the upload it belongs to; two versions of the same content share one
 * @param confirmation the version of what a person said of it; none where nobody did
 */
public record Verdict(
    String version,
    UploadStatus status,
    String uploadId,
    Instant uploadedAt,
    Optional<String> confirmation) {

  private static final String SAID = "!";

  /** Without a confirmation. */
  public Verdict(String version, UploadStatus status, String uploadId, Instant uploadedAt) {
    this(version, status, uploadId, uploadedAt, Optional.empty());
  }

  /** Names what was read: the version, and what was said of it. */
  public String reading() {
    return reading(version, confirmation);
  }

  /** The name of a reading. */
  public static String reading(String version, Optional<String> confirmation) {
    return version + confirmation.map(said -> SAID + said).orElse("");
  }

  /** The version of a reading. */
  public static String version(String reading) {
    int end = reading.indexOf(SAID);
    return end < 0 ? reading : reading.substring(0, end);
  }

  /** The confirmation of a reading. */
  public static Optional<String> confirmation(String reading) {
    int end = reading.indexOf(SAID);
    return end < 0 ? Optional.empty() : Optional.of(reading.substring(end + 1));
  }
}
