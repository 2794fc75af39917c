package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {

  @Test
  void withoutAnythingSaidItIsThePortsOfTheContractAndTheSample() {
    assertThat(LocalSettings.of(Map.of()))
        .isEqualTo(
            new LocalSettings(
                8080,
                9090,
                null,
                null,
                true,
                false,
                null,
                null,
                FourEyes.REQUIRED,
                Disclosure.ALL));
  }

  @Test
  void everyVariableOfTheContractIsHeard() {
    assertThat(
            LocalSettings.of(
                Map.of(
                    "LOCAL_PORT", "0",
                    "LOCAL_S3_PORT", "19090",
                    "LOCAL_DYNAMODB_PORT", "8000",
                    "LOCAL_DATA", "/tmp/../tmp/zone",
                    "LOCAL_SAMPLE", "false",
                    "LOCAL_FOUR_EYES", "off",
                    "LOCAL_DISCLOSURE", "top-100",
                    "LOCAL_CORS_ORIGIN", "https://www.example.gov.cn")))
        .isEqualTo(
            new LocalSettings(
                0,
                19090,
                8000,
                Path.of("/tmp/zone"),
                false,
                false,
                null,
                "https://www.example.gov.cn",
                FourEyes.OFF,
                Disclosure.of("top-100")));
  }

  @Test
  void fourEyesAndDisclosureAreAsTheTemplateHasThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalSettings.of(Map.of("LOCAL_FOUR_EYES", "no")))
        .withMessage("LOCAL_FOUR_EYES 应为 required 或 off，实际为 no");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalSettings.of(Map.of("LOCAL_DISCLOSURE", "top")))
        .withMessage("LOCAL_DISCLOSURE 应为 all、lists、top-N（如 top-100）或 stage，实际为 top");
  }

  @Test
  void anEmptyVariableSaysNothing() {
    assertThat(LocalSettings.of(Map.of("LOCAL_DATA", "", "LOCAL_DYNAMODB_PORT", " ")))
        .isEqualTo(LocalSettings.of(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http"})
  void aPortIsAPort(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalSettings.of(Map.of("LOCAL_S3_PORT", value)))
        .withMessage("LOCAL_S3_PORT 应为 0 到 65535 的端口号，实际为 " + value);
  }

  @Test
  void theSampleIsWantedOrNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalSettings.of(Map.of("LOCAL_SAMPLE", "no")))
        .withMessage("LOCAL_SAMPLE 应为 true 或 false，实际为 no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "www.example.gov.cn", "https://www.example.gov.cn/"})
  void anOriginIsOneOrigin(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalSettings.of(Map.of("LOCAL_CORS_ORIGIN", value)))
        .withMessage("LOCAL_CORS_ORIGIN 应为一个来源，如 https://www.example.gov.cn，实际为 " + value);
  }
}
