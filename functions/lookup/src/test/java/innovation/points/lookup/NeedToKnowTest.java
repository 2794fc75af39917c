package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.testkit.FactsZone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each department sees of a profile, in every call that answers one. */
class NeedToKnowTest {

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Rulebook RULES = Rulebooks.named("xinxiang-2022-110");
  private static final String USCC = FactsZone.uscc(1);
  private static final String FIRST = "/v1/years/2025/enterprises/" + USCC;

  private final Caller caller = ZONE.caller();

  @BeforeAll
  static void publish() {
    AnalysisTest.fill(ZONE);
  }

  static Stream<String> departments() {
    return Catalogue.load().departments().stream().map(Department::id);
  }

  private static boolean own(Indicator indicator, String department) {
    return indicator.formula().datasets().stream()
        .allMatch(
            dataset ->
                Catalogue.load().dataset(dataset.id()).orElseThrow().owner().equals(department));
  }

  @ParameterizedTest
  @MethodSource("departments")
  void figuresOfOtherDepartmentsAreWithheld(String department) {
    for (JsonNode profile : profiles(Caller.department(department))) {
      assertThat(profile.path("total").isNumber()).isTrue();
      assertThat(profile.path("categories")).isNotEmpty();
      for (Indicator indicator : RULES.indicators()) {
        JsonNode shown = found(profile.path("indicators"), indicator.id());
        boolean withheld = !own(indicator, department);
        assertThat(shown.path("withheld").asBoolean()).as(indicator.id()).isEqualTo(withheld);
        assertThat(shown.path("outcome").isTextual()).isTrue();
        if (withheld) {
          assertThat(List.of(shown.get("value"), shown.get("points"), shown.get("from")))
              .as(indicator.id())
              .allMatch(JsonNode::isNull);
          assertThat(shown.path("quarter").asInt()).isBetween(1, 4);
          JsonNode peer = found(profile.path("peers").path("indicators"), indicator.id());
          assertThat(peer.path("points").path("own").isNull()).isTrue();
          assertThat(peer.path("points").path("percentile").isNull()).isTrue();
        } else {
          assertThat(shown.path("points").isNumber()).as(indicator.id()).isTrue();
        }
      }
      assertThat(profile.path("benefits"))
          .allMatch(benefit -> benefit.path("department").asText().equals(department));
      for (JsonNode step : profile.path("weakPoints")) {
        boolean shown = !step.path("withheld").asBoolean();
        assertThat(step.path("changes").isObject()).isEqualTo(shown);
        assertThat(step.path("points").isNumber()).isEqualTo(shown);
      }
    }
  }

  /** Nothing that the bureau sees of another department's facts stands anywhere in the answer. */
  @ParameterizedTest
  @MethodSource("departments")
  void noFactOfAnotherDepartmentStandsAnywhere(String department) {
    JsonNode whole = profiles(Caller.BUREAU).getFirst();
    var secrets = new HashMap<String, String>();
    for (JsonNode indicator : whole.path("indicators")) {
      for (JsonNode fact : indicator.path("from")) {
        String owner = fact.path("key").asText().split("/", 3)[1];
        if (!owner.equals(department)) {
          secrets.put(fact.path("key").asText(), fact.path("field").asText());
        }
      }
    }
    // All figures of this zone are of the tax office.
    assertThat(secrets.isEmpty()).isEqualTo(department.equals("tax"));
    for (JsonNode profile : profiles(Caller.department(department))) {
      assertThat(profile.findValues("key").stream().map(JsonNode::asText))
          .noneMatch(secrets::containsKey);
    }
    JsonNode history =
        Caller.json(
            caller.get("/v1/enterprises/" + USCC + "/history", Caller.department(department)));
    for (JsonNode year : history.path("items")) {
      for (JsonNode move : year.path("change").path("indicators")) {
        Indicator indicator =
            RULES.indicators().stream()
                .filter(one -> one.id().equals(move.path("id").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(move.path("points").isNull()).isEqualTo(!own(indicator, department));
        assertThat(move.path("value").isNull()).isEqualTo(!own(indicator, department));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("unrestricted")
  void theBureauTheApproverAndTheEnterpriseSeeAll(Map<String, String> claims) {
    for (JsonNode profile : profiles(claims)) {
      assertThat(profile.findValues("withheld")).isEmpty();
      assertThat(found(profile.path("indicators"), "1.1").path("points").isNumber()).isTrue();
      assertThat(profile.path("weakPoints").path(0).path("changes").isObject()).isTrue();
    }
  }

  static Stream<Map<String, String>> unrestricted() {
    return Stream.of(
        Caller.BUREAU,
        Map.of("cognito:groups", "[approver]"),
        Caller.enterprise(1),
        Map.of(
            "cognito:groups",
            "[department enterprise]",
            "custom:department",
            "hr",
            "custom:uscc",
            USCC));
  }

  private List<JsonNode> profiles(Map<String, String> claims) {
    return List.of(
        Caller.json(caller.get(FIRST + "/profile", claims)),
        Caller.json(caller.post(FIRST + "/simulations", claims, "{\"changes\":{\"exports\":5}}")));
  }

  private static JsonNode found(JsonNode list, String id) {
    for (JsonNode one : list) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }
}
