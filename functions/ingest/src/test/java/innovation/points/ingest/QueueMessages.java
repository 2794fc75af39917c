package innovation.points.ingest;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Queue messages as the bucket writes them. */
public final class QueueMessages {

  private QueueMessages() {}

  public static SQSEvent event(SQSMessage... messages) {
    var event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  public static SQSMessage message(String id, int received, String... keys) {
    return raw(
        id,
        received,
        "{\"Records\":[%s]}"
            .formatted(String.join(",", Stream.of(keys).map(QueueMessages::record).toList())));
  }

  static SQSMessage raw(String id, int received, String body) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(received)));
    message.setBody(body);
    return message;
  }

  private static String record(String key) {
    return """
        {"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
         "s3":{"bucket":{"name":"zone"},"object":{"key":"%s","sequencer":"0A"}}}"""
        .formatted(URLEncoder.encode(key, StandardCharsets.UTF_8));
  }
}
