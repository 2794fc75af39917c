package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

  @Test
  void namesItsParts() {
    assertThat(
            PathTemplate.of("/v1/years/{year}/enterprises/{uscc}")
                .match(List.of("v1", "years", "2025", "enterprises", "X")))
        .contains(Map.of("year", "2025", "uscc", "X"));
  }

  @Test
  void restTakesAtLeastOneSegment() {
    assertThat(PathTemplate.of("/assets/{path+}").match(List.of("assets", "a", "b.js")))
        .contains(Map.of("path", "a/b.js"));
    assertThat(PathTemplate.of("/assets/{path+}").match(List.of("assets"))).isEmpty();
    assertThat(PathTemplate.of("/assets/{path+}").match(List.of("assets", ""))).isEmpty();
  }

  @Test
  void moreExactComesFirst() {
    assertThat(
            Stream.of("/{rest+}", "/v1/{a}/x", "/v1/uploads", "/v1/{a}", "/v1/a/{b}")
                .map(PathTemplate::of)
                .sorted()
                .map(PathTemplate::text))
        .containsExactly("/v1/uploads", "/v1/a/{b}", "/v1/{a}", "/v1/{a}/x", "/{rest+}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "/{a}/{a}", "/{a+}/b"})
  void refusesWhatCannotWork(String template) {
    assertThatThrownBy(() -> PathTemplate.of(template))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
