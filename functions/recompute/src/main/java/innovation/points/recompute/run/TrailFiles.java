package innovation.points.recompute.run;

import innovation.points.store.audit.TrailSealer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The days of the audit trail as files, {@code audit/{year}/{month}/{day}.jsonl} (contract §1).
 * Each is written once and, where the bucket keeps objects from being deleted, held for a time that
 * nobody can shorten. Thread-safe.
 */
public final class TrailFiles implements TrailSealer.DayFiles {

  private static final int IS_THERE = 412;

  private final Supplier<S3Client> client;
  private final String bucket;
  private final int retentionDays;
  private final InstantSource clock;

  TrailFiles(Supplier<S3Client> client, String bucket, int retentionDays, InstantSource clock) {
    this.client = client;
    this.bucket = bucket;
    this.retentionDays = retentionDays;
    this.clock = clock;
  }

  @Override
  public void write(LocalDate day, List<String> lines) {
    var put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(
                "audit/%d/%02d/%02d.jsonl"
                    .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
            .contentType("application/x-ndjson")
            .ifNoneMatch("*");
    if (retentionDays > 0) {
      put.objectLockMode(ObjectLockMode.COMPLIANCE)
          .objectLockRetainUntilDate(clock.instant().plus(Duration.ofDays(retentionDays)));
    }
    try {
      client.get().putObject(put.build(), RequestBody.fromString(String.join("\n", lines) + "\n"));
    } catch (S3Exception e) {
      // An earlier attempt has written it and was broken off before it could say so.
      if (e.statusCode() != IS_THERE) {
        throw e;
      }
    }
  }
}
