package innovation.points.store.uploads;

import java.util.Locale;

/** The status of an upload. */
public enum UploadStatus {
  /** Announced; the file has not been received. */
  PENDING,
  /** The file has been received and is being checked. */
  PROCESSING,
  /** In force, every row. */
  ACCEPTED,
  /** In force, without the rows that were rejected. */
  PARTIAL,
  /** Changed nothing; an earlier version may be in force. */
  REJECTED,
  /**
   * Changes nothing until a person has said what the file is; an earlier version may be in force.
   */
  HELD,
  /** Was only to be checked, and changes nothing. */
  CHECKED,
  /** Was, or could have been, in force: replaced by a later version, or deleted. */
  WITHDRAWN;

  /** As the API spells it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static UploadStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** Whether a file with this verdict may be in force. */
  public boolean acceptable() {
    return this == ACCEPTED || this == PARTIAL;
  }
}
