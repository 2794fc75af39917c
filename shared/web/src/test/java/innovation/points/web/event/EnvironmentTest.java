package innovation.points.web.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @Test
  void aVariableThatIsSet() {
    assertThat(Environment.required(Map.of("BUCKET", "record"), "BUCKET")).isEqualTo("record");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTHER", "BUCKET"})
  void namesTheVariableThatIsMissingOrBlank(String set) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Environment.required(Map.of(set, " "), "BUCKET"))
        .withMessage(
            "expected the environment variable BUCKET, found none: set it in the function's"
                + " Environment in template.yaml");
  }
}
