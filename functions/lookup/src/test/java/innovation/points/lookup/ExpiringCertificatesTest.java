package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that end within a year, on 2 March 2026. */
class ExpiringCertificatesTest {
  private static final String CALL = "/v1/years/2025/expiring-certificates";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  /** Of the first one ends in 30 days and one on the last day looked at; the others do not. */
  @BeforeEach
  void draft() {
    zone.draft(
        List.of(
            PublishedZone.certified(
                2025, 1, Map.of("高新技术企业", "2026-04-01", "专精特新小巨人", "2027-03-02")),
            PublishedZone.certified(
                2025, 2, Map.of("高新技术企业", "2026-03-01", "科技型中小企业", "2027-03-03")),
            PublishedZone.certified(2025, 3, Map.of("高新技术企业", "2026-03-02"))));
  }

  @Test
  void theFirstToEndIsFirst() {
    JsonNode found = Caller.json(caller.get(CALL, Caller.BUREAU));
    assertThat(found.path("from").asText()).isEqualTo("2026-03-02");
    assertThat(found.path("until").asText()).isEqualTo("2027-03-02");
    var said = new ArrayList<String>();
    for (JsonNode one : found.path("items")) {
      said.add(
          "%s %s %s %d"
              .formatted(
                  one.path("name").asText(),
                  one.path("kind").asText(),
                  one.path("validTo").asText(),
                  one.path("daysLeft").asInt()));
    }
    assertThat(said)
        .containsExactly(
            "企业3 高新技术企业 2026-03-02 0", "企业1 高新技术企业 2026-04-01 30", "企业1 专精特新小巨人 2027-03-02 365");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3",
    "qualification=专精特新小巨人, 1",
    "qualification=专精特新小巨人&qualification=高新技术企业, 3",
    "qualification=上市企业, 0",
    "grid=07, 3",
    "grid=08, 0",
    "park=主园区&qualification=高新技术企业, 2",
    "park=分园, 0",
  })
  void filtersNarrowIt(String query, int found) {
    assertThat(Caller.json(caller.get(CALL + "?" + query, Caller.BUREAU)).path("items"))
        .hasSize(found);
  }

  @Test
  void officesHaveItAsAFile() {
    assertThat(caller.get(CALL + "?format=csv", Caller.DEPARTMENT).getBody().lines())
        .hasSize(4)
        .contains("高新技术企业,,企业1,914107000000000001,主园区,07-32,2026-04-01,30");
    assertThat(caller.get(CALL, Caller.enterprise(1)).getStatusCode()).isEqualTo(403);
  }
}
