package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
    assertThat(status(CARD, etag)).isEqualTo(304);
    publish("b", 50);
    now.updateAndGet(instant -> instant.plusSeconds(1));
    assertThat(status(CARD, etag)).isEqualTo(200);
  }

  @Test
  void noticePeriodSaysItsWorkingDaysByTheHolidaysThatAreSet() {
    zone.noticed(LocalDate.parse("2026-03-15"));
    publish("a", 50);
    assertThat(workingDaysLeft("2026-03-02T12:00:00+08:00")).isEqualTo("10");
    zone.holidays(2026, List.of("2026-03-04"), List.of("2026-03-07"));
    assertThat(workingDaysLeft("2026-03-02T12:00:00+08:00"))
        .as("read a second ago")
        .isEqualTo("10");
    assertThat(workingDaysLeft("2026-03-02T12:00:01+08:00")).isEqualTo("10");
    assertThat(workingDaysLeft("2026-03-04T23:59:59+08:00")).isEqualTo("8");
    String etag = caller.get("/v1/years").getHeaders().get("ETag");
    assertThat(status("/v1/years", etag)).isEqualTo(304);
    assertThat(workingDaysLeft("2026-03-06T00:00:00+08:00")).isEqualTo("7");
    assertThat(status("/v1/years", etag)).isEqualTo(200);
    assertThat(workingDaysLeft("2026-03-08T09:00:00+08:00")).as("a Sunday").isEqualTo("5");
    assertThat(workingDaysLeft("2026-03-15T23:59:59+08:00")).as("the last day").isEqualTo("0");
    assertThat(workingDaysLeft("2026-03-16T00:00:00+08:00")).as("over").isEmpty();
  }

  private String workingDaysLeft(String at) {
    now.set(OffsetDateTime.parse(at).toInstant());
    return Caller.json(caller.get("/v1/years")).at("/items/0/workingDaysLeft").asText();
  }

  private int status(String path, @Nullable String etag) {
    Map<String, String> headers = Map.of("If-None-Match", Objects.requireNonNull(etag));
    return caller.get(path, Map.of(), headers).getStatusCode();
  }

  @Test
  void healthSaysHowManyYearsCanBeRead() {
    publish("a", 50);
    assertThat(caller.get("/health").getBody())
        .contains("\"status\":\"ok\"", "\"publishedYears\":1");
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
