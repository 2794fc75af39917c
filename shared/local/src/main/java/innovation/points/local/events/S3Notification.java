package innovation.points.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.s3.BucketChange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The message that S3 sends to a queue when a bucket changes (event message structure 2.1). */
final class S3Notification {

  private static final ObjectMapper JSON = new ObjectMapper();

  private S3Notification() {}

  /** The message's body. */
  static String of(BucketChange change) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode record = root.putArray("Records").addObject();
    record.put("eventVersion", "2.1");
    record.put("eventSource", "aws:s3");
    record.put("awsRegion", "local");
    record.put("eventTime", change.time().toString());
    record.put("eventName", change.event());
    ObjectNode s3 = record.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.putObject("bucket")
        .put("name", change.bucket())
        .put("arn", "arn:aws:s3:::" + change.bucket());
    ObjectNode object = s3.putObject("object");
    // S3 encodes keys like forms, a space as a plus; only slashes stay.
    object.put("key", URLEncoder.encode(change.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
    object.put("versionId", change.versionId());
    object.put("sequencer", "%016X".formatted(change.sequence()));
    if (change.eTag() != null) {
      object.put("size", change.size()).put("eTag", change.eTag());
    }
    return root.toString();
  }
}
