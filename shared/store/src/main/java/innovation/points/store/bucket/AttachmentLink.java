package innovation.points.store.bucket;

import org.jspecify.annotations.Nullable;

/**
 * A file sent along, with where it is.
 *
 * @param put where it is to be put; null but for who sends it
 * @param url where it is, for a quarter of an hour; null in lists
 */
public record AttachmentLink(
    String filename, long bytes, String sha256, Links.@Nullable Put put, @Nullable String url) {

  /** Without an address. */
  public static AttachmentLink of(Attachment file) {
    return new AttachmentLink(file.filename(), file.bytes(), file.sha256(), null, null);
  }

  /** With where it is to be put: exactly that size and digest. */
  static AttachmentLink toPut(Attachment file, Links.Put put) {
    return new AttachmentLink(file.filename(), file.bytes(), file.sha256(), put, null);
  }

  /** With where it is. */
  static AttachmentLink toGet(Attachment file, String url) {
    return new AttachmentLink(file.filename(), file.bytes(), file.sha256(), null, url);
  }
}
