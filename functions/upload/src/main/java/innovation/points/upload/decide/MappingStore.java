package innovation.points.upload.decide;

import innovation.points.store.uploads.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The mappings of columns in the bucket. Two people who change one at the same moment: the later
 * wins, and every version is kept.
 */
public final class MappingStore {

  private final S3Client s3;
  private final String bucket;

  public MappingStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  Mapping read(String source, String dataset) {
    return Mapping.read(s3, bucket, source, dataset);
  }

  void change(String source, String dataset, UnaryOperator<Mapping> change) {
    Mapping changed = change.apply(read(source, dataset));
    s3.putObject(
        put ->
            put.bucket(bucket).key(Mapping.object(source, dataset)).contentType("application/json"),
        RequestBody.fromString(changed.json(), StandardCharsets.UTF_8));
  }
}
