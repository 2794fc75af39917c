package innovation.points.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches are read as Lambda's own runtime would hand them over, as far as a score hangs on it. */
class StreamEventsTest {

  private static final Path SAMPLE = Path.of("../../events/score/facts-changed.json");

  private static DynamodbEvent read(String json) throws IOException {
    return StreamEvents.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void aBatchSaysWhatTheRuntimeMakesOfIt() throws IOException {
    DynamodbEvent expected = EventLoader.loadDynamoDbEvent(SAMPLE.toString());

    DynamodbEvent read = read(Files.readString(SAMPLE));

    assertThat(changes(read)).isNotEmpty().isEqualTo(changes(expected));
    assertThat(created(read)).doesNotContainNull().isEqualTo(created(expected));
  }

  @Test
  void aDeliveryIsSeenAndPackedFactsArePassedOver() throws IOException {
    DynamodbEvent read =
        read(
            """
            {"Records": [{"eventName": "MODIFY", "dynamodb": {
              "ApproximateCreationDateTime": 1.7724168005E9,
              "Keys": {"uscc": {"S": "#zone"}, "sk": {"S": "2025"}},
              "OldImage": {"rows": {"B": "AAEC"}, "all": {"L": [{"M": {"a": {"NULL": true}}}]}},
              "NewImage": {"trade": {"SS": ["uploads/commerce/trade/2025/a.csv"]}},
              "SequenceNumber": "7"}}]}
            """);

    assertThat(changes(read)).containsExactly(new DraftChange.OfZone("7", 2025));
    assertThat(created(read)).containsExactly(Date.from(Instant.ofEpochMilli(1_772_416_800_500L)));
  }

  @Test
  void whatIsNoEventIsRefused() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOf(IOException.class)
        .hasMessage("expected an event as a JSON object, found START_ARRAY");
  }

  private static List<DraftChange> changes(DynamodbEvent event) {
    return event.getRecords().stream().map(DraftChange::of).toList();
  }

  private static List<Date> created(DynamodbEvent event) {
    return event.getRecords().stream()
        .map(record -> record.getDynamodb().getApproximateCreationDateTime())
        .toList();
  }
}
