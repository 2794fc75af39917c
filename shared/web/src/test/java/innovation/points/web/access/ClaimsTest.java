package innovation.points.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bureau",
        " bureau ",
        "[bureau]",
        "[a bureau]",
        "[bureau b  c]",
        "[\"bureau\"]",
        "[\"a\", \"bureau\"]"
      })
  void groupIsFoundInEveryFormGatewaysWrite(String groups) {
    assertThat(Principal.of(Map.of("cognito:groups", groups))).isEqualTo(new Principal.Bureau());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "Bureau",
        "bureaux",
        "a bureau",
        "a,bureau",
        "[a, bureau]",
        "[a,bureau]",
        "[bureau",
        "bureau]",
        "[[bureau]]",
        "[bureau ]x]",
        "\"bureau\"",
        "['bureau']",
        "[\"a\" bureau]",
        "[\"a bureau\"]",
        "[\"bureau\"",
        "[\"bureau\",1]",
        "[\"bureau\",[\"a\"]]",
        "[\"bureau\"] []",
        "{\"bureau\":true}",
        "[bureau\nx]",
      })
  void whatDoesNotParseGivesNoRight(String groups) {
    assertThat(Principal.of(Map.of("cognito:groups", groups))).isEqualTo(new Principal.Stranger());
  }

  @Test
  void noGroupsNoRight() {
    assertThat(Principal.of(Map.of("custom:department", "tax", "scope", "bureau")))
        .isEqualTo(new Principal.Stranger());
  }

  @ParameterizedTest
  @CsvSource({
    "tax, true",
    "public-data, true",
    "'', false",
    "TAX, false",
    "../tax, false",
    "t/x, false"
  })
  void departmentNeedsItsId(String id, boolean right) {
    Principal principal =
        Principal.of(Map.of("cognito:groups", "[department]", "custom:department", id));
    assertThat(principal)
        .isEqualTo(right ? new Principal.Department(id) : new Principal.Stranger());
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y43, true",
    "91350100m000100y43, true",
    "91350100M000100Y4, false",
    "91350100M000100O43, false",
    "'', false"
  })
  void enterpriseNeedsItsCode(String uscc, boolean right) {
    Principal principal = Principal.of(Map.of("cognito:groups", "enterprise", "custom:uscc", uscc));
    assertThat(principal)
        .isEqualTo(
            right ? new Principal.Enterprise("91350100M000100Y43") : new Principal.Stranger());
  }

  @Test
  void widestCompleteGroupCounts() {
    assertThat(
            Principal.of(
                Map.of("cognito:groups", "[enterprise department]", "custom:department", "hr")))
        .isEqualTo(new Principal.Department("hr"));
    assertThat(
            Principal.of(
                Map.of(
                    "cognito:groups",
                    "[enterprise department]",
                    "custom:uscc",
                    "91350100M000100Y43")))
        .isEqualTo(new Principal.Enterprise("91350100M000100Y43"));
  }
}
