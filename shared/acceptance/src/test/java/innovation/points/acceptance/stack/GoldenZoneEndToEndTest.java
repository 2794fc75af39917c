package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.GoldenZone;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A zone of 120 enterprises with results from an independent implementation of the rules: uploaded
 * as files, computed, read back over HTTP.
 */
@GoldenYearsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenZoneEndToEndTest {

  private final ApiClient api;
  private final Map<String, JsonNode> scores = new HashMap<>();
  private JsonNode expected = ApiClient.read("[]");

  GoldenZoneEndToEndTest(GoldenStack golden) {
    api = golden.api;
  }

  @BeforeAll
  void readTheScores() throws Exception {
    expected = ApiClient.read(Files.readString(GoldenZone.file("expected-2025.json")));
    String cursor = "";
    do {
      JsonNode page =
          api.json("/v1/years/2025/scores?edition=published&limit=200" + cursor, api.bureau());
      page.path("items").forEach(item -> scores.put(item.path("uscc").asText(), item));
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
  }

  @Test
  void everyEnterpriseHasItsResult() {
    assertThat(scores.keySet())
        .containsExactlyInAnyOrderElementsOf(
            expected.findValuesAsText("uscc").stream().distinct().toList());
  }

  @Test
  void statusStageTotalAndRanksAgree() {
    var soft = new SoftAssertions();
    for (JsonNode one : expected) {
      String uscc = one.path("uscc").asText();
      JsonNode actual = scores.getOrDefault(uscc, ApiClient.read("{}"));
      for (String field : List.of("status", "stage")) {
        soft.assertThat(actual.path(field).asText("null"))
            .as("%s %s", uscc, field)
            .isEqualTo(one.path(field).asText("null"));
      }
      if (one.path("total").isNumber()) {
        soft.assertThat(actual.path("total").asDouble())
            .as("%s total", uscc)
            .isEqualTo(one.path("total").asDouble(), within(0.000001));
        soft.assertThat(actual.path("rank").toString())
            .as("%s rank", uscc)
            .isEqualTo(one.path("rank").toString());
      }
    }
    soft.assertAll();
  }

  @Test
  void everyIndicatorAgrees() {
    var soft = new SoftAssertions();
    for (JsonNode one : expected) {
      if (!one.path("indicators").isObject() || one.path("indicators").isEmpty()) {
        continue;
      }
      String uscc = one.path("uscc").asText();
      JsonNode profile = api.json("/v1/years/2025/enterprises/" + uscc + "/profile", api.bureau());
      var actual = new HashMap<String, JsonNode>();
      profile.path("indicators").forEach(node -> actual.put(node.path("id").asText(), node));
      one.path("indicators")
          .properties()
          .forEach(
              entry -> {
                JsonNode found = actual.getOrDefault(entry.getKey(), ApiClient.read("{}"));
                String where = uscc + " " + entry.getKey();
                soft.assertThat(found.path("points").asDouble(-1))
                    .as("%s points", where)
                    .isEqualTo(entry.getValue().path("points").asDouble(), within(0.000001));
                JsonNode value = entry.getValue().path("value");
                if (value.isNumber()) {
                  soft.assertThat(found.path("value").asDouble(Double.NaN))
                      .as("%s value", where)
                      .isEqualTo(value.asDouble(), within(0.000001));
                }
              });
      soft.assertThat(profile.path("coverage").asDouble())
          .as("%s coverage", uscc)
          .isEqualTo(one.path("coverage").asDouble(), within(0.0001));
    }
    soft.assertAll();
  }

  @Test
  void rewardsAgree() {
    var actual = new HashMap<String, JsonNode>();
    String cursor = "";
    do {
      JsonNode page = api.json("/v1/years/2025/rewards?limit=200" + cursor, api.bureau());
      page.path("items").forEach(item -> actual.put(item.path("uscc").asText(), item));
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    var soft = new SoftAssertions();
    for (JsonNode one : expected) {
      String uscc = one.path("uscc").asText();
      double sum = 0;
      for (JsonNode reward : one.path("rewards")) {
        sum += reward.isNumber() ? reward.asDouble() : reward.path("amount").asDouble();
      }
      soft.assertThat(actual.getOrDefault(uscc, ApiClient.read("{}")).path("total").asDouble())
          .as("%s rewards", uscc)
          .isEqualTo(sum, within(0.01));
    }
    soft.assertAll();
  }

  @Test
  void theRankingIsPublic() {
    JsonNode ranking = api.json("/v1/years/2025/rankings?limit=200", null);
    assertThat(ranking.path("items")).hasSizeGreaterThan(50);
    double last = Double.MAX_VALUE;
    for (JsonNode entry : ranking.path("items")) {
      assertThat(entry.path("total").asDouble()).isLessThanOrEqualTo(last);
      last = entry.path("total").asDouble();
    }
  }
}
