package innovation.points.upload.decide;

import innovation.points.store.uploads.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The mappings of columns in the bucket. Two people who change one at the same moment: the later
 * wins, and every version is kept.
 */
public final class MappingStore {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;

  public MappingStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  Mapping read(String source, String dataset) {
    String object = Mapping.object(source, dataset);
    try {
      return Mapping.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(object)).asUtf8String());
    } catch (S3Exception e) {
      // Without the right to list the bucket, S3 answers 403 for what is missing.
      if (e.statusCode() == NOT_FOUND || e.statusCode() == FORBIDDEN) {
        return Mapping.NONE;
      }
      throw e;
    }
  }

  void change(String source, String dataset, UnaryOperator<Mapping> change) {
    Mapping changed = change.apply(read(source, dataset));
    s3.putObject(
        put ->
            put.bucket(bucket).key(Mapping.object(source, dataset)).contentType("application/json"),
        RequestBody.fromString(changed.json(), StandardCharsets.UTF_8));
  }
}
