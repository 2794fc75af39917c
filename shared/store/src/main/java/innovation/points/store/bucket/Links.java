package innovation.points.store.bucket;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Presigns addresses of the bucket: to upload exactly one content, and to download a report. */
public final class Links {

  private static final Duration TO_PUT = Duration.ofMinutes(15);
  private static final Duration TO_GET = Duration.ofMinutes(15);

  private final S3Presigner presigner;
  private final String bucket;

  /**
   * A presigned upload.
   *
   * @param headers to be sent unchanged; they are signed
   */
  public record Put(String url, Map<String, String> headers, Instant expiresAt) {}

  public Links(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /**
   * Presigns the upload of one content.
   *
   * @param bytes the size the content must have
   * @param sha256 the digest it must have, in hex
   */
  public Put put(String key, long bytes, String sha256) {
    var object =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentLength(bytes)
            .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
            .build();
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(put -> put.signatureDuration(TO_PUT).putObjectRequest(object));
    var headers = new TreeMap<String, String>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> {
              // Every client sets the host itself; browsers do not allow it to be set.
              if (!name.equalsIgnoreCase("host")) {
                headers.put(name, String.join(",", values));
              }
            });
    return new Put(signed.url().toString(), headers, signed.expiration());
  }

  /** A presigned download, valid for a quarter of an hour. */
  public String get(String key) {
    var object = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return presigner
        .presignGetObject(get -> get.signatureDuration(TO_GET).getObjectRequest(object))
        .url()
        .toString();
  }

  /** Files sent along, with where each is to be put in its folder. */
  public List<AttachmentLink> toPut(String folder, List<Attachment> files) {
    return files.stream()
        .map(file -> AttachmentLink.toPut(file, put(file.key(folder), file.bytes(), file.sha256())))
        .toList();
  }

  /** Files sent along, with where each is in its folder. */
  public List<AttachmentLink> toGet(String folder, List<Attachment> files) {
    return files.stream().map(file -> AttachmentLink.toGet(file, get(file.key(folder)))).toList();
  }
}
