package innovation.points.web.http;

/**
 * A strong validator made of what an answer depends on.
 *
 * @param value without the quotes
 */
public record ETag(String value) {

  private static final String GZIP = "-gzip";

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

  /** As in the header; two encodings of one answer have two strong tags (RFC 9110 §8.8.3). */
  public String header(boolean gzip) {
    return '"' + value + (gzip ? GZIP : "") + '"';
  }

  /** Whether If-None-Match lists this answer in any encoding. */
  public boolean isListedIn(String ifNoneMatch) {
    for (String item : ifNoneMatch.split(",", -1)) {
      String tag = item.strip();
      if (tag.startsWith("W/")) {
        tag = tag.substring(2);
      }
      if (tag.equals(header(false)) || tag.equals(header(true))) {
        return true;
      }
    }
    return false;
  }
}
