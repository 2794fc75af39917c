package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The sample zone shows what persons decide and ask, not only what files say (contract §4). */
class SampleDecisionsTest {

  @Test
  void theSampleZoneHasWhatPersonsDecideAndAsk() throws Exception {
    try (var stack = new SampleStack()) {
      stack.decide();
      String bureau = stack.bureau();
      assertThat(texts(stack.json("/v1/questions?year=2025&kind=indicator", bureau), "state"))
          .containsExactlyInAnyOrder("open", "closed");
      assertThat(texts(stack.json("/v1/questions?year=2025&kind=stage", bureau), "state"))
          .containsExactly("answered");
      assertThat(texts(stack.json("/v1/questions?year=2025&kind=hotline", bureau), "state"))
          .containsExactly("closed");
      assertThat(texts(stack.json("/v1/questions?year=2025&kind=grid", bureau), "state"))
          .containsExactly("open");
      assertThat(texts(stack.json("/v1/uploads?year=2025&status=held", bureau), "status"))
          .contains("held");
      assertThat(texts(stack.json("/v1/rulebook-files", bureau), "id")).isNotEmpty();
      String uscc = "91410700XN2076766U";
      String grants = "/v1/enterprises/%s/grants".formatted(uscc);
      String owner = stack.token(List.of("enterprise"), null, uscc);
      assertThat(texts(stack.json(grants, owner), "standing")).containsOnly("valid").hasSize(2);
      assertThat(stack.json("/v1/settings/zone.json", bureau).at("/approvedBy/name").asText())
          .isEqualTo("王建国");
    }
  }

  private static List<String> texts(JsonNode answer, String name) {
    return StreamSupport.stream(answer.path("items").spliterator(), false)
        .map(item -> item.path(name).asText())
        .toList();
  }
}
