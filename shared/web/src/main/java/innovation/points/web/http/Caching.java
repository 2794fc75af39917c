package innovation.points.web.http;

/**
 * What caches may do with an answer.
 *
 * @param cacheControl the header's value
 */
public record Caching(String cacheControl) {

  /**
   * Anybody may keep it, and asks with its ETag before each use: who has seen that a year was
   * published must not be shown the old one.
   */
  public static final Caching PUBLIC = new Caching("public, max-age=0, must-revalidate");

  /** It never changes at this address. */
  public static final Caching IMMUTABLE = new Caching("public, max-age=31536000, immutable");

  /** Only the asker's own cache may keep it, and asks before each use. */
  public static final Caching PRIVATE = new Caching("private, max-age=0, must-revalidate");

  /** It changes at any moment or is nobody else's business. */
  public static final Caching NONE = new Caching("no-store");
}
