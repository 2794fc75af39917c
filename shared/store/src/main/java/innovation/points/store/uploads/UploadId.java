package innovation.points.store.uploads;

import innovation.points.datasets.catalogue.Sha256;
import java.util.Arrays;
import java.util.Base64;

/**
 * The id of an upload: opaque, safe in a URL, and the same for what was announced and what came, as
 * both are known by key and content.
 */
public final class UploadId {

  private static final int BYTES = 16;

  private UploadId() {}

  /**
   * The id of an upload whose content is known.
   *
   * @param sha256 of the content, in hex
   */
  public static String ofContent(String key, String sha256) {
    return id("content", key, sha256);
  }

  /** For what is too large to be read. */
  public static String ofVersion(String key, String version) {
    return id("version", key, version);
  }

  private static String id(String kind, String key, String value) {
    byte[] digest = Sha256.of(String.join("\n", kind, value, key));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }
}
