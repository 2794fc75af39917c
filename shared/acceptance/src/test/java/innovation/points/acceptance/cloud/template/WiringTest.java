package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.local.events.StreamMapping;
import innovation.points.local.events.Wiring;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The local stack delivers events with the batch sizes and retries of {@code template.yaml}. */
class WiringTest {

  private final Template template = Template.read();

  WiringTest() throws IOException {}

  @Test
  void theQueueHidesAndGivesUpAsInTheCloud() {
    Resource queue = template.resource("UploadQueue");
    assertThat(Wiring.VISIBILITY.toSeconds())
        .isEqualTo(queue.property("/VisibilityTimeout").asLong());
    assertThat(Wiring.MAX_RECEIVES)
        .isEqualTo(queue.property("/RedrivePolicy/maxReceiveCount").asInt());
  }

  @Test
  void theStreamsAreReadAsInTheCloud() {
    assertAsIn(template.function("score").property("/Events/Facts/Properties"), Wiring.FACTS);
    assertAsIn(template.function("recompute").property("/Events/Runs/Properties"), Wiring.RUNS);
    assertAsIn(template.function("recompute").property("/Events/Trail/Properties"), Wiring.TRAIL);
  }

  private static void assertAsIn(JsonNode stream, StreamMapping.Settings settings) {
    assertThat(settings.batchSize()).isEqualTo(stream.path("BatchSize").asInt());
    assertThat(settings.retries()).isEqualTo(stream.path("MaximumRetryAttempts").asInt());
    assertThat(settings.age().toSeconds())
        .isEqualTo(stream.path("MaximumRecordAgeInSeconds").asLong());
    assertThat(settings.bisect())
        .isEqualTo(stream.path("BisectBatchOnFunctionError").asBoolean(false));
    assertThat(settings.window().isPositive())
        .isEqualTo(stream.path("MaximumBatchingWindowInSeconds").asInt(0) > 0);
  }
}
