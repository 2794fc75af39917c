package innovation.points.local.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import innovation.points.recompute.RecomputeHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The definition of the state machine itself. */
class RunDefinitionTest {

  private final JsonNode definition = definition();

  @Test
  void everyStateIsReachedAndEveryNameIsAState() {
    states().forEach(RunDefinitionTest::assertConnected);
  }

  @Test
  void everyTaskIsRetriedOutlivesItsFunctionAndEndsBeforeTheLeaseDoes() {
    assertThat(tasks())
        .hasSize(7)
        .allSatisfy(
            task -> {
              assertThat(task.path("Retry").toString()).contains("States.ALL");
              assertThat(task.path("TimeoutSeconds").asInt()).isPositive();
            });
    assertThat(tasks())
        .as("an invocation ends by itself after 900 seconds, before it is given up")
        .allMatch(task -> task.path("TimeoutSeconds").asInt() > 900);
    assertThat(definition.path("TimeoutSeconds").asInt()).isEqualTo(6 * 60 * 60);
  }

  /** An execution that ends in a {@code Fail} state cannot be redriven. */
  @Test
  void nothingIsCaught() {
    assertThat(definition.findValues("Catch")).isEmpty();
    assertThat(definition.findValuesAsText("Type")).doesNotContain("Fail");
  }

  @Test
  void theSegmentsAreADistributedMap() {
    assertThat(definition.path("States").findParents("ItemProcessor"))
        .hasSize(2)
        .allSatisfy(
            map ->
                assertThat(map.at("/ItemProcessor/ProcessorConfig/Mode").asText())
                    .isEqualTo("DISTRIBUTED"));
  }

  private static void assertConnected(JsonNode machine) {
    Set<String> named = new HashSet<>(Set.of(machine.path("StartAt").asText()));
    for (JsonNode state : machine.path("States")) {
      named.addAll(directly(state));
    }
    Set<String> known = new HashSet<>();
    machine.path("States").fieldNames().forEachRemaining(known::add);
    assertThat(named).isEqualTo(known);
  }

  /** The states a state names, without those inside a map. */
  private static List<String> directly(JsonNode state) {
    var names = new ArrayList<String>();
    for (String field : List.of("Next", "Default")) {
      if (state.has(field)) {
        names.add(state.path(field).asText());
      }
    }
    state.path("Choices").forEach(choice -> names.add(choice.path("Next").asText()));
    return names;
  }

  /** The machine, and those inside its maps. */
  private List<JsonNode> states() {
    var machines = new ArrayList<>(List.of(definition));
    machines.addAll(definition.findValues("ItemProcessor"));
    return machines;
  }

  private List<JsonNode> tasks() {
    return states().stream()
        .flatMap(machine -> machine.path("States").valueStream())
        .filter(state -> state.path("Type").asText().equals("Task"))
        .toList();
  }

  private static JsonNode definition() {
    try (InputStream file =
        Objects.requireNonNull(RecomputeHandler.class.getResourceAsStream("/run.asl.json"))) {
      return new JsonMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
