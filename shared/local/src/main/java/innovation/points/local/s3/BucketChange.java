package innovation.points.local.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket tells when an object comes or goes.
 *
 * @param event S3's name without prefix, e.g. {@code ObjectCreated:Put}
 * @param eTag without quotes; null where the object went
 * @param size bytes; 0 where the object went
 */
public record BucketChange(
    String event,
    String bucket,
    String key,
    String versionId,
    @Nullable String eTag,
    long size,
    long sequence,
    Instant time) {}
