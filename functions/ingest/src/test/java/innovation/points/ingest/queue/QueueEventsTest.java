package innovation.points.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are read as Lambda's own runtime would hand them over. */
class QueueEventsTest {

  private record Said(String id, String body, Map<String, String> attributes) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file-removed",
        "file-uploaded",
        "not-a-message",
        "rulebook-uploaded",
        "test-event"
      })
  void aMessageSaysWhatTheRuntimeMakesOfIt(String name) throws IOException {
    Path file = Path.of("../../events/ingest/" + name + ".json");
    SQSEvent read;
    try (var input = Files.newInputStream(file)) {
      read = QueueEvents.read(input);
    }

    assertThat(said(read)).isNotEmpty().isEqualTo(said(EventLoader.loadSQSEvent(file.toString())));
  }

  private static List<Said> said(SQSEvent event) {
    return event.getRecords().stream().map(QueueEventsTest::said).toList();
  }

  private static Said said(SQSMessage message) {
    return new Said(message.getMessageId(), message.getBody(), message.getAttributes());
  }
}
