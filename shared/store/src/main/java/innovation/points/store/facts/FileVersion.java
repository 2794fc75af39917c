package innovation.points.store.facts;

import innovation.points.datasets.catalogue.Sha256;
import java.time.Instant;

/**
 * One version of one uploaded file.
 *
 * @param key {@code uploads/{source}/{dataset}/{year}/{filename}}
 * @param version the object's version id
 * @param uploadedAt when the bucket took the version: inside one class of sources the later wins
 */
public record FileVersion(String key, String version, Instant uploadedAt) {

  private static final int ID_LENGTH = 20;

  public FileVersion {
    if (key.split("/", 5).length != 5 || !key.startsWith("uploads/")) {
      throw new IllegalArgumentException(
          "expected uploads/{source}/{dataset}/{year}/{filename}, found a key of another shape");
    }
  }

  /** Department id, {@code public} or {@code enterprise}. */
  public String source() {
    return part(1);
  }

  public String dataset() {
    return part(2);
  }

  public int year() {
    return Integer.parseInt(part(3));
  }

  /** The id of the file, {@link #fileId(String)}. */
  public String fileId() {
    return fileId(key);
  }

  /**
   * Names the file (all its versions) in the tables and, from its arrival to the draft, in every
   * line of the log; keys themselves may be too long for the one and tell too much in the other.
   */
  public static String fileId(String key) {
    return Sha256.hex(key).substring(0, ID_LENGTH);
  }

  private String part(int index) {
    return key.split("/", 5)[index];
  }
}
