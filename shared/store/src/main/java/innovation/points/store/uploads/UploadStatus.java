package innovation.points.store.uploads;

import java.util.Locale;

/** The status of an upload. */
public enum UploadStatus {
  /** Announced; the file has not been received. */
  PENDING("等待上传"),
  /** The file has been received and is being checked. */
  PROCESSING("校验中"),
  /** In force, every row. */
  ACCEPTED("全部通过"),
  /** In force, without the rows that were rejected. */
  PARTIAL("部分通过"),
  /** Changed nothing; an earlier version may be in force. */
  REJECTED("未通过"),
  /**
   * Changes nothing until a person has said what the file is; an earlier version may be in force.
   */
  HELD("待确认"),
  /** Was only to be checked, and changes nothing. */
  CHECKED("仅校验"),
  /** Was, or could have been, in force: replaced by a later version, or deleted. */
  WITHDRAWN("已撤回");

  private final String title;

  UploadStatus(String title) {
    this.title = title;
  }

  /** In Chinese. */
  public String title() {
    return title;
  }

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
