package innovation.points.lookup;

import innovation.points.store.scores.Pointer;
import innovation.points.web.ETag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The ETags of answers. */
final class Tags {
  /** To be raised when the same rows are shown in another way. */
  private static final String REVISION = "1";

  private Tags() {}

  static ETag of(Pointer pointer, String variant) {
    return of(pointer.year(), pointer.generation(), variant);
  }

  static ETag of(int year, String generation, String variant) {
    return ETag.of(year, generation.replaceAll("[^\\x21\\x23-\\x7e]", "_"), variant + REVISION);
  }

  /** Of an answer that hangs on the publications of several years. */
  static ETag of(List<Pointer> pointers, String variant) {
    var text = new StringBuilder();
    for (Pointer pointer : pointers) {
      text.append(pointer.year()).append(pointer.generation()).append(pointer.publishedAt());
      text.append(pointer.noticeUntil());
    }
    return new ETag(digest(text.toString()) + "-" + variant + REVISION);
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
