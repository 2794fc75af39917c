package innovation.points.datasets.problem;

import java.util.Locale;

/** How large a file may be (contract §1); the OpenAPI document has the same. */
public final class FileSize {

  /** Bytes. */
  public static final long LARGEST = 100L << 20;

  /** The largest as people read it. */
  public static final String SHOWN = (LARGEST >> 20) + " MiB";

  private FileSize() {}

  /**
   * What to say of a file that is larger.
   *
   * @param bytes it has
   */
  public static String exceeded(long bytes) {
    return String.format(
        Locale.ROOT, "文件应不超过 %s，这里是 %.1f MiB；请拆成几个文件上传。", SHOWN, bytes / 1048576.0);
  }
}
