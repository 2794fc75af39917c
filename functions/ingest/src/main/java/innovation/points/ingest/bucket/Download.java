package innovation.points.ingest.bucket;

import innovation.points.datasets.catalogue.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One version of an object as a file, until it is closed.
 *
 * @param sha256 of the content, in hex
 */
public record Download(Path file, String sha256) implements AutoCloseable {

  public static Download of(S3Client s3, String bucket, String key, String version) {
    try {
      Path file = Files.createTempFile("object-", ".data");
      try (InputStream content =
              s3.getObject(get -> get.bucket(bucket).key(key).versionId(version));
          var digesting = new DigestInputStream(content, Sha256.begin());
          var out = Files.newOutputStream(file)) {
        digesting.transferTo(out);
        return new Download(file, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
