package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What readers see of a year that is published anew. */
class PublicationTest {
  private static final String CARD = "/v1/years/2025/enterprises/" + FactsZone.uscc(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(PublishedZone.NOON);
  private final PublishedZone zone = new PublishedZone();
  private final Caller caller =
      new Caller(new LookupHandler(zone.client(), now::get, zone.settings));

  private void publish(String generation, double total) {
    ScoreRow row = PublishedZone.scored(2025, 1, "甲", "growth", "氢能", total);
    zone.publish(2025, generation, List.of(row), PublishedZone.NOON);
  }

  private String generation() {
    return Caller.json(caller.get(CARD)).get("generation").textValue();
  }

  @Test
  void unpublishedYearIs404AndSeenOnceItIsPublished() {
    assertThat(caller.get(CARD).getStatusCode()).isEqualTo(404);
    publish("a", 50);
    now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(1)));
    assertThat(generation()).isEqualTo("a");
  }

  @Test
  void pointerIsOldForLessThanASecond() {
    publish("a", 50);
    assertThat(generation()).isEqualTo("a");
    publish("b", 60);
    now.updateAndGet(instant -> instant.plusMillis(999));
    assertThat(generation()).isEqualTo("a");
    now.updateAndGet(instant -> instant.plusMillis(1));
    assertThat(generation()).isEqualTo("b");
  }

  @Test
  void clockThatIsSetBackReadsAnew() {
    publish("a", 50);
    assertThat(generation()).isEqualTo("a");
    publish("b", 60);
    now.updateAndGet(instant -> instant.minusSeconds(3600));
    assertThat(generation()).isEqualTo("b");
  }

  @Test
  void etagChangesWithTheGeneration() {
    publish("a", 50);
    APIGatewayV2HTTPResponse first = caller.get(CARD);
    String etag = first.getHeaders().get("ETag");
    assertThat(caller.get(CARD, Map.of(), Map.of("If-None-Match", etag)).getStatusCode())
        .isEqualTo(304);
    publish("b", 50);
    now.updateAndGet(instant -> instant.plusSeconds(1));
    assertThat(caller.get(CARD, Map.of(), Map.of("If-None-Match", etag)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void draftIsNeverPublic() {
    zone.draft(List.of(PublishedZone.scored(2025, 1, "甲", "growth", "氢能", 50)));
    for (String path :
        List.of(
            CARD, "/v1/years/2025/rankings", "/v1/years/2025/overview", "/v1/enterprises?q=1")) {
      assertThat(caller.get(path).getStatusCode()).isEqualTo(404);
    }
  }
}
