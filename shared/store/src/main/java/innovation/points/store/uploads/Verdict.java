package innovation.points.store.uploads;

import java.time.Instant;

/**
 * What the check of one version of an object found. It depends on the content alone, so that a
 * version is checked once.
 *
 * @param version the object's version id
 * @param status accepted, partial or rejected
 * @param uploadId the upload it belongs to; two versions of the same content share one
 */
public record Verdict(String version, UploadStatus status, String uploadId, Instant uploadedAt) {}
