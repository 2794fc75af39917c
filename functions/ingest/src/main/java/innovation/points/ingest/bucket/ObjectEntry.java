package innovation.points.ingest.bucket;

import java.time.Instant;

/** One entry in the history of a key. */
public sealed interface ObjectEntry {

  String version();

  /** When the bucket received it. */
  Instant at();

  /**
   * A content.
   *
   * @param size in bytes
   */
  record Content(String version, Instant at, long size) implements ObjectEntry {}

  /** The key was deleted. */
  record Deletion(String version, Instant at) implements ObjectEntry {}
}
