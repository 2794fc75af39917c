package innovation.points.web.http;

/**
 * What caches may do with an answer.
 *
 * @param cacheControl the header's value
 */
public record Caching(String cacheControl) {

  /**
   * Any cache may keep it, and revalidates by ETag before each use: a published year must be
   * visible at once.
   */
  public static final Caching PUBLIC = new Caching("public, max-age=0, must-revalidate");

  /** It never changes at this address. */
  public static final Caching IMMUTABLE = new Caching("public, max-age=31536000, immutable");

  /** Only the caller's own cache may keep it, and revalidates before each use. */
  public static final Caching PRIVATE = new Caching("private, max-age=0, must-revalidate");

  /** Not to be kept: it changes at any moment, or is confidential. */
  public static final Caching NONE = new Caching("no-store");
}
