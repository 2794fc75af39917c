package innovation.points.lookup.publication;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.publication.Pointer;
import innovation.points.web.http.ETag;
import java.util.List;

/** The ETags of answers. */
public final class Tags {
  /** Must be increased when the same rows are shown in another form. */
  private static final String REVISION = "1";

  private static final int DIGITS = 24;

  private Tags() {}

  public static ETag of(Pointer pointer, String variant) {
    return of(pointer.year(), pointer.generation(), variant);
  }

  public static ETag of(int year, String generation, String variant) {
    return ETag.of(year, generation.replaceAll("[^\\x21\\x23-\\x7e]", "_"), variant + REVISION);
  }

  /** The ETag of an answer that depends on the publications of several years. */
  public static ETag of(List<Pointer> pointers, String variant) {
    var text = new StringBuilder();
    for (Pointer pointer : pointers) {
      text.append(pointer.year()).append(pointer.generation()).append(pointer.publishedAt());
      text.append(pointer.noticeUntil());
    }
    return new ETag(digest(text.toString()) + "-" + variant + REVISION);
  }

  /** A digest long enough to exclude collisions by chance. */
  public static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }
}
