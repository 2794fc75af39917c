package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Takes all public answers of all years together and tries to solve for what is secret: who has no
 * public score, why, and how many there are for each reason. Prints how many values each secret
 * number may have by what is public.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosedCountsTest {

  private static final Set<String> REASONS = Set.of("scored", "excluded", "incomplete");

  private final SampleStack stack = new SampleStack();

  DisclosedCountsTest() throws Exception {}

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void nothingPublicTellsWhyOrHowManyForEachReason() {
    Map<String, JsonNode> surface = surface();
    for (JsonNode year : list("/v1/years")) {
      int number = year.path("year").asInt();
      var secret = new LinkedHashMap<String, Integer>();
      for (JsonNode score : secrets(number)) {
        String status = score.path("status").asText();
        boolean ranked = score.path("rank").isObject();
        if (!ranked) {
          secret.merge(status.equals("scored") ? "notRanked" : status, 1, Integer::sum);
          String uscc = score.path("uscc").asText();
          surface.forEach(
              (address, answer) -> {
                if (address.contains(Integer.toString(number))) {
                  assertThat(answer.toString()).as(address).doesNotContain(uscc);
                }
              });
        }
      }
      int all = secret.values().stream().mapToInt(Integer::intValue).sum();
      Integer told = told(year);
      assertThat(told)
          .as("%d: one figure, null under three", number)
          .isEqualTo(all < 3 ? null : all);
      int possible = (told == null ? 2 : told) + 1;
      System.out.printf(
          "%d: secret %s; public: notPublished %s; each reason may be 0 to %d%n",
          number, secret, told, possible - 1);
    }
    surface.forEach(
        (address, answer) ->
            assertThat(namesOfCounts(answer)).as("counts by reason in " + address).isEmpty());
  }

  private static @Nullable Integer told(JsonNode year) {
    JsonNode counts = year.path("counts");
    boolean hidden = counts.path("notPublished").isNull();
    assertThat(counts.path("enterprises").isNull())
        .as("else it could be subtracted")
        .isEqualTo(hidden);
    return hidden ? null : counts.path("notPublished").asInt();
  }

  /** Fields with a number that are named like a reason for having no public score. */
  private static Set<String> namesOfCounts(JsonNode node) {
    var found = new TreeSet<String>();
    if (node.isObject()) {
      for (var field : node.properties()) {
        if (REASONS.contains(field.getKey()) && !field.getValue().isTextual()) {
          found.add(field.getKey());
        }
      }
    }
    node.forEach(child -> found.addAll(namesOfCounts(child)));
    return found;
  }

  /** Every public answer about results, by its address. */
  private Map<String, JsonNode> surface() {
    var surface = new LinkedHashMap<String, JsonNode>();
    add(surface, "/v1/years");
    for (JsonNode year : list("/v1/years")) {
      String path = "/v1/years/" + year.path("year").asInt();
      add(surface, path + "/overview");
      add(surface, path + "/report");
      add(surface, path + "/rankings?limit=200");
      add(surface, path + "/lists?limit=200");
      for (JsonNode entry : stack.items(path + "/rankings", null)) {
        add(surface, path + "/enterprises/" + entry.path("uscc").asText());
      }
    }
    return surface;
  }

  private void add(Map<String, JsonNode> surface, String address) {
    surface.put(address, stack.json(address, null));
  }

  private List<JsonNode> list(String address) {
    var items = new ArrayList<JsonNode>();
    stack.json(address, null).path("items").forEach(items::add);
    return items;
  }

  private List<JsonNode> secrets(int year) {
    var items = new ArrayList<JsonNode>();
    stack.items("/v1/years/" + year + "/scores", stack.bureau()).forEach(items::add);
    return items;
  }
}
