package innovation.points.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;

/**
 * Bytes received into a file, with their MD5.
 *
 * @param size bytes
 * @param md5 lower-case hex
 */
record Payload(Path file, long size, String md5) {

  private static final int BAD_DIGEST = 400;

  /**
   * Reads a body to its end. Refuses a body whose length or digest differs from the announced one,
   * and leaves no file.
   */
  static Payload receive(
      InputStream body, Path file, @Nullable Long expectedSize, @Nullable String expectedMd5)
      throws IOException {
    MessageDigest digest = newMd5();
    long size;
    try (var input = new DigestInputStream(body, digest);
        OutputStream output = Files.newOutputStream(file)) {
      size = input.transferTo(output);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    byte[] actual = digest.digest();
    boolean sameSize = expectedSize == null || expectedSize == size;
    boolean sameDigest =
        expectedMd5 == null
            || MessageDigest.isEqual(Base64.getDecoder().decode(expectedMd5), actual);
    if (!sameSize || !sameDigest) {
      Files.deleteIfExists(file);
      throw S3Exceptions.fromStatusCode(BAD_DIGEST);
    }
    return new Payload(file, size, HexFormat.of().formatHex(actual));
  }

  /** S3 defines ETags by MD5; nothing here relies on its strength. */
  static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
