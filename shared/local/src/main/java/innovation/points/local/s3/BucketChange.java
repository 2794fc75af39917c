package innovation.points.local.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The announcement of a bucket that an object was created or removed.
 *
 * @param event S3's name without prefix, {@code ObjectCreated:Put}
 * @param eTag without quotes; null where the object was removed
 * @param size bytes; 0 where the object was removed
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
