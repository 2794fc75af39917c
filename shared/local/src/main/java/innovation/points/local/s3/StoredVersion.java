package innovation.points.local.s3;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one key, or a delete marker.
 *
 * @param sequence the order in which all versions of a bucket were written
 * @param versionId opaque and unique in the bucket
 * @param size bytes; 0 for a delete marker
 * @param eTag without quotes; null for a delete marker
 * @param modifiedMillis time of writing, milliseconds since 1970; strictly increasing within a
 *     bucket
 * @param headers the standard content headers, by lower-case name
 * @param metadata the user's metadata
 */
record StoredVersion(
    long sequence,
    String versionId,
    String key,
    boolean deleteMarker,
    long size,
    @Nullable String eTag,
    long modifiedMillis,
    Map<String, String> headers,
    Map<String, String> metadata) {

  StoredVersion {
    headers = Map.copyOf(headers);
    metadata = Map.copyOf(metadata);
  }

  Instant lastModified() {
    return Instant.ofEpochMilli(modifiedMillis);
  }
}
