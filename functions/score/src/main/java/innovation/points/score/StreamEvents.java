package innovation.points.score;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import innovation.points.web.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/**
 * Reads batches of the facts table's stream: of each record its number, its time, and of its keys
 * and images the texts and the sets of texts. The packed facts in the images are skipped: facts are
 * read from the table.
 */
final class StreamEvents {

  private StreamEvents() {}

  static DynamodbEvent read(InputStream input) throws IOException {
    var event = new DynamodbEvent();
    EventReader.read(
        input,
        (name, value) -> {
          if (name.equals("Records")) {
            event.setRecords(value.list(StreamEvents::record));
          }
        });
    return event;
  }

  private static DynamodbStreamRecord record(EventReader fields) throws IOException {
    var record = new DynamodbStreamRecord();
    fields.object(
        (name, value) -> {
          if (name.equals("dynamodb")) {
            record.setDynamodb(change(value));
          }
        });
    return record;
  }

  private static StreamRecord change(EventReader fields) throws IOException {
    var change = new StreamRecord();
    fields.object(
        (name, value) -> {
          switch (name) {
            case "SequenceNumber" -> change.setSequenceNumber(value.text());
            case "ApproximateCreationDateTime" -> {
              Double seconds = value.number();
              if (seconds != null) {
                change.setApproximateCreationDateTime(
                    Date.from(Instant.ofEpochMilli(Math.round(seconds * 1000))));
              }
            }
            case "Keys" -> change.setKeys(value.map(StreamEvents::attribute));
            case "OldImage" -> change.setOldImage(value.map(StreamEvents::attribute));
            case "NewImage" -> change.setNewImage(value.map(StreamEvents::attribute));
            default -> {}
          }
        });
    return change;
  }

  private static AttributeValue attribute(EventReader fields) throws IOException {
    var attribute = new AttributeValue();
    fields.object(
        (name, value) -> {
          switch (name) {
            case "S" -> attribute.setS(value.text());
            case "SS" ->
                attribute.setSS(value.list(item -> Objects.requireNonNullElse(item.text(), "")));
            default -> {}
          }
        });
    return attribute;
  }
}
