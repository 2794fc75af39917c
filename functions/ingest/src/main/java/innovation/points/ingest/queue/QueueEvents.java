package innovation.points.ingest.queue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import innovation.points.web.event.EventReader;
import java.io.IOException;
import java.io.InputStream;

/** Reads batches of messages: of each its id, its body and when it was sent. */
public final class QueueEvents {

  private QueueEvents() {}

  public static SQSEvent read(InputStream input) throws IOException {
    var event = new SQSEvent();
    EventReader.read(
        input,
        (name, value) -> {
          if (name.equals("Records")) {
            event.setRecords(value.list(QueueEvents::message));
          }
        });
    return event;
  }

  private static SQSMessage message(EventReader fields) throws IOException {
    var message = new SQSMessage();
    fields.object(
        (name, value) -> {
          switch (name) {
            case "messageId" -> message.setMessageId(value.text());
            case "body" -> message.setBody(value.text());
            case "attributes" -> message.setAttributes(value.texts());
            default -> {}
          }
        });
    return message;
  }
}
