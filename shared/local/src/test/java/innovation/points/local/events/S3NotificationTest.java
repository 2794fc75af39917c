package innovation.points.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.s3.BucketChange;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3NotificationTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void aNewObjectIsToldWithItsKeyEncodedAsFormsDo() {
    assertThat(
            S3Notification.of(
                new BucketChange(
                    "ObjectCreated:Put", "zone", "uploads/税务 2025+.csv", "v1", "abc", 12, 5, TIME)))
        .isEqualTo(
            """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"local",\
            "eventTime":"2026-01-02T03:04:05.678Z","eventName":"ObjectCreated:Put",\
            "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"zone","arn":"arn:aws:s3:::zone"},\
            "object":{"key":"uploads/%E7%A8%8E%E5%8A%A1+2025%2B.csv","versionId":"v1",\
            "sequencer":"0000000000000005","size":12,"eTag":"abc"}}}]}""");
  }

  @Test
  void aRemovedObjectHasNeitherSizeNorDigest() {
    assertThat(
            S3Notification.of(
                new BucketChange(
                    "ObjectRemoved:DeleteMarkerCreated", "zone", "a", "v2", null, 0, 6, TIME)))
        .contains("\"eventName\":\"ObjectRemoved:DeleteMarkerCreated\"")
        .contains(
            "\"object\":{\"key\":\"a\",\"versionId\":\"v2\",\"sequencer\":\"0000000000000006\"}");
  }
}
