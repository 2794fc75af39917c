package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.table.StoredJson;
import innovation.points.testkit.GoldenZone;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole zone through the tables: what is published is what an independent program expects. */
class GoldenZoneRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RecomputeBench BENCH = new RecomputeBench();

  private static Map<String, JsonNode> expected = Map.of();
  private static String alone = "";
  private static String afterEarlierYears = "";

  @BeforeAll
  static void publish() throws IOException {
    expected = new TreeMap<>();
    for (JsonNode one : JSON.readTree(Files.readString(GoldenZone.file("expected-2025.json")))) {
      expected.put(one.path("uscc").asText(), one);
    }
    GoldenZone.readInto(BENCH.zone.facts());
    alone = BENCH.publish(2025);
    BENCH.publish(2023);
    BENCH.publish(2024);
    afterEarlierYears = BENCH.publish(2025);
  }

  @Test
  void whatIsPublishedIsWhatIsExpected() {
    agree(alone);
  }

  @Test
  void publishedStagesOfEarlierYearsAreThoseTheFactsGive() {
    agree(afterEarlierYears);
  }

  @Test
  void theRankingShowsThePublishedScoresInTheirOrder() throws IOException {
    var ranking = BENCH.rankings.all(alone, RankingList.ALL);

    assertThat(ranking).hasSize(103);
    double before = Double.MAX_VALUE;
    for (RankingEntry entry : ranking) {
      JsonNode card = JSON.readTree(BENCH.scores.publicCard(alone, entry.uscc()).orElseThrow());
      assertThat(card.path("total").asDouble())
          .isEqualTo(entry.total())
          .isLessThanOrEqualTo(before);
      assertThat(card.path("rank").path("overall").asInt()).isEqualTo(entry.rank().overall());
      assertThat(card.path("rank").path("stage").asInt()).isEqualTo(entry.rank().stage());
      before = entry.total();
    }
  }

  /** What anyone does who has nothing but the public card. */
  @Test
  void everyPublicCardAddsUp() throws IOException {
    for (String generation : List.of(alone, afterEarlierYears)) {
      List<RankingEntry> ranked = BENCH.rankings.all(generation, RankingList.ALL);
      assertThat(ranked).hasSize(103);
      for (RankingEntry entry : ranked) {
        addsUp(JSON.readTree(BENCH.scores.publicCard(generation, entry.uscc()).orElseThrow()));
      }
    }
  }

  private static void addsUp(JsonNode card) {
    double categories = 0;
    double weights = 0;
    for (Map.Entry<String, JsonNode> weight : card.path("weights").properties()) {
      weights += weight.getValue().doubleValue();
      categories +=
          weight.getValue().doubleValue()
              * card.path("categories").path(weight.getKey()).doubleValue();
    }
    assertThat(weights).isCloseTo(1, within(1e-12));
    double weighted = card.path("weighted").doubleValue();
    assertThat(categories).as("categories are rounded").isCloseTo(weighted, within(0.005));
    JsonNode adjustments = card.path("adjustments");
    double total =
        Math.max(
                0,
                weighted
                    - adjustments.path("deductions").doubleValue()
                    + adjustments.path("bonus").doubleValue())
            * adjustments.path("factor").doubleValue();
    assertThat(BigDecimal.valueOf(total).setScale(2, RoundingMode.HALF_EVEN).doubleValue())
        .as(card.toString())
        .isEqualTo(card.path("total").doubleValue());
  }

  @Test
  void aCardShowsThePublicResultOfTheYearBefore() throws IOException {
    String before = BENCH.published(2024);
    int shown = 0;
    for (RankingEntry entry : BENCH.rankings.all(afterEarlierYears, RankingList.ALL)) {
      JsonNode card =
          JSON.readTree(BENCH.scores.publicCard(afterEarlierYears, entry.uscc()).orElseThrow());
      Optional<String> earlier =
          BENCH.scores.publicCard(Objects.requireNonNull(before), entry.uscc());
      assertThat(card.has("before")).isEqualTo(earlier.isPresent());
      if (earlier.isPresent()) {
        JsonNode then = JSON.readTree(earlier.get());
        assertThat(card.path("before").path("total")).isEqualTo(then.path("total"));
        assertThat(card.path("before").path("rank")).isEqualTo(then.path("rank"));
        shown++;
      }
    }
    assertThat(shown).isPositive();
    assertThat(BENCH.scores.publicCard(alone, anyone())).get().asString().doesNotContain("before");
  }

  private static String anyone() {
    return BENCH.rankings.all(alone, RankingList.ALL).getFirst().uscc();
  }

  @Test
  void everyFactIsTracedToItsRow() {
    for (ScoreRow row : BENCH.rows(alone).values()) {
      row.detail().indicators().stream()
          .filter(indicator -> indicator.outcome().equals("scored"))
          .flatMap(indicator -> indicator.from().stream())
          .forEach(
              fact -> {
                assertThat(GoldenZone.file(fact.key())).exists();
                assertThat(fact.row()).isGreaterThan(1);
              });
    }
  }

  @Test
  void theAuditOfAGenerationIsMadeFromItsScores() throws IOException {
    JsonNode audit = JSON.readTree(BENCH.audits.diagnostics(alone).orElseThrow());

    assertThat(audit.path("generation").asText()).isEqualTo(alone);
    assertThat(audit.path("population").path("ranked").asInt()).isEqualTo(103);
    var bands = audit.path("robustness").path("bands");
    assertThat(bands).hasSize(103);
    for (JsonNode band : bands) {
      JsonNode card =
          JSON.readTree(BENCH.scores.publicCard(alone, band.path("uscc").asText()).orElseThrow());
      assertThat(band.path("overall").path("rank")).isEqualTo(card.path("rank").path("overall"));
      assertThat(band.path("inStage").path("rank")).isEqualTo(card.path("rank").path("stage"));
    }
    JsonNode calibration = JSON.readTree(BENCH.audits.calibration(alone).orElseThrow());
    assertThat(calibration.path("verdict").asText()).isEqualTo("leave");
    assertThat(calibration.path("fitted").toString())
        .isEqualTo("{\"year\":2025,\"enterprises\":52}");
    assertThat(BENCH.audits.draft(alone)).isEmpty();
  }

  /** A stored score with its whole trace weighs about one write unit. */
  @Test
  void aStoredScoreIsSmall() {
    var sizes =
        BENCH.rows(alone).keySet().stream()
            .mapToInt(uscc -> BENCH.size(alone, uscc))
            .summaryStatistics();

    assertThat(sizes.getAverage()).isLessThan(1_200);
    assertThat(sizes.getMax()).isLessThan(4_096);
  }

  private static void agree(String generation) {
    Map<String, ScoreRow> rows = BENCH.rows(generation);
    assertThat(rows.keySet()).isEqualTo(expected.keySet());
    var softly = new SoftAssertions();
    rows.forEach(
        (uscc, row) -> {
          JsonNode one = expected.getOrDefault(uscc, JSON.nullNode());
          JsonNode profile = tree(StoredJson.write(row.profile()));
          agree(softly, uscc, one, profile);
          rewards(softly, uscc, one.path("rewards"), row);
        });
    softly.assertAll();
  }

  private static void agree(SoftAssertions softly, String uscc, JsonNode one, JsonNode profile) {
    softly.assertThat(profile.path("status")).as(uscc).isEqualTo(one.path("status"));
    softly.assertThat(profile.path("stage")).as(uscc).isEqualTo(one.path("stage"));
    softly.assertThat(profile.path("reasons")).as(uscc).isEqualTo(one.path("reasons"));
    softly.assertThat(profile.path("missing")).as(uscc).isEqualTo(one.path("missing"));
    if (!one.path("status").asText().equals("scored")) {
      return;
    }
    number(softly, uscc + " total", profile.path("total"), one.path("total"), 0.005);
    one.path("categories")
        .forEachEntry(
            (category, score) ->
                number(
                    softly,
                    uscc + " " + category,
                    profile.path("categories").path(category),
                    score,
                    0.005));
    softly.assertThat(profile.path("rank")).as(uscc).isEqualTo(one.path("rank"));
    softly.assertThat(profile.path("indicators")).as(uscc).hasSize(35);
    for (JsonNode indicator : profile.path("indicators")) {
      JsonNode known = one.path("indicators").path(indicator.path("id").asText());
      String where = uscc + " " + indicator.path("id").asText();
      number(softly, where + " points", indicator.path("points"), known.path("points"), 1e-6);
      if (known.path("value").isNull()) {
        softly.assertThat(indicator.path("value").isNull()).as(where).isTrue();
      } else {
        number(softly, where + " value", indicator.path("value"), known.path("value"), 1e-6);
      }
    }
  }

  private static void rewards(SoftAssertions softly, String uscc, JsonNode known, ScoreRow row) {
    var amounts = new TreeMap<String, Double>();
    row.rewards().forEach(reward -> amounts.put(reward.reward(), reward.amount().doubleValue()));
    var expectedAmounts = new TreeMap<String, Double>();
    known.forEachEntry((reward, amount) -> expectedAmounts.put(reward, amount.asDouble()));
    softly.assertThat(amounts).as(uscc).isEqualTo(expectedAmounts);
  }

  private static void number(
      SoftAssertions softly, String where, JsonNode found, JsonNode known, double tolerance) {
    softly.assertThat(found.isNumber()).as(where).isTrue();
    softly.assertThat(found.asDouble()).as(where).isCloseTo(known.asDouble(), within(tolerance));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
