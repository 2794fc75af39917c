package innovation.points.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A strong validator made of what an answer depends on.
 *
 * @param value without the quotes
 */
public record ETag(String value) {

  private static final String GZIP = "-gzip";

  /** Enough to exclude collisions by chance. */
  private static final int DIGEST_BYTES = 12;

  public ETag {
    if (!value.matches("[\\x21\\x23-\\x7e]+")) {
      throw new IllegalArgumentException("expected visible ASCII without quotes, found " + value);
    }
  }

  /**
   * Of a published answer.
   *
   * @param variant what else tells apart the answers of one address: the form, the code's revision
   */
  public static ETag of(int year, String generation, String variant) {
    return new ETag(year + "-" + generation + "-" + variant);
  }

  /**
   * Of an answer that is the same as long as a text is.
   *
   * @param variant what else tells apart the answers that are made of it
   */
  public static ETag ofContent(String text, String variant) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new ETag(HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "-" + variant);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As in the header; two encodings of one answer have two strong tags (RFC 9110 §8.8.3). */
  public String header(boolean gzip) {
    return '"' + value + (gzip ? GZIP : "") + '"';
  }

  /** Whether If-None-Match lists this answer in any encoding. */
  public boolean isListedIn(String ifNoneMatch) {
    return isListedIn(ifNoneMatch, false) || isListedIn(ifNoneMatch, true);
  }

  /** Whether If-None-Match lists this answer in one encoding. */
  public boolean isListedIn(String ifNoneMatch, boolean gzip) {
    for (String item : ifNoneMatch.split(",", -1)) {
      String tag = item.strip();
      if (tag.startsWith("W/")) {
        tag = tag.substring(2);
      }
      if (tag.equals(header(gzip))) {
        return true;
      }
    }
    return false;
  }
}
