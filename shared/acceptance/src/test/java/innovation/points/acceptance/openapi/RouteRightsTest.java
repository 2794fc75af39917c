package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.web.route.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call of the three functions as every kind of person, by contract §3, on empty tables: who
 * has no right must not even learn that there is nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRightsTest {

  private static final String OWN = "91350100M000100Y43";
  private static final String OTHER = "914403001922038216";

  /** The number: the refusal. Yes: any answer that is neither a refusal nor a fault. */
  private static final String EXPECTED =
      """
      call                                                          | public | stranger | bureau | department | own | other
      GET  /v1/openapi.json                                         | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years                                                | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/overview                                | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/rankings                                | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/enterprises/{uscc}                      | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/enterprises                                          | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/rulebooks                                            | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/rulebooks/{id}                                       | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/rulebook-files                                       | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/enterprises/{uscc}/profile              | 401    | 403      | yes    | yes        | yes | 403
      GET  /v1/years/{year}/enterprises/{uscc}/profile?edition=draft | 401   | 403      | yes    | yes        | 403 | 403
      POST /v1/years/{year}/enterprises/{uscc}/simulations          | 401    | 403      | yes    | yes        | yes | 403
      GET  /v1/enterprises/{uscc}/history                           | 401    | 403      | yes    | yes        | yes | 403
      GET  /v1/years/{year}/scores                                  | 401    | 403      | yes    | yes        | 403 | 403
      GET  /v1/years/{year}/scores?edition=draft                    | 401    | 403      | yes    | yes        | 403 | 403
      GET  /v1/years/{year}/completeness                            | 401    | 403      | yes    | yes        | 403 | 403
      GET  /v1/years/{year}/diagnostics                             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/calibration                             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/calibration/rulebook.yaml               | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/lists                                   | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/seeds                                   | 401    | 403      | yes    | yes        | 403 | 403
      GET  /v1/years/{year}/services                                | 401    | 403      | yes    | yes        | 403 | 403
      GET  /v1/letters/{code}                                       | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/letters/{code}/letter.txt                            | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/rewards                                 | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/rewards?uscc={uscc}                     | 401    | 403      | yes    | 403        | yes | 403
      GET  /v1/years/{year}/rewards?uscc={uscc}&uscc={other}        | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/rewards/payments                        | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/differences                             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/datasets                                             | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/datasets/{id}                                        | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/datasets/{id}/template.xlsx                          | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/datasets/{id}/template.csv                           | yes    | yes      | yes    | yes        | yes | yes
      POST /v1/uploads                                              | 401    | 403      | yes    | yes        | yes | yes
      GET  /v1/uploads                                              | 401    | 403      | yes    | yes        | yes | yes
      GET  /v1/uploads/{id}                                         | 401    | 403      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/download                                | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/report                                  | yes    | yes      | yes    | yes        | yes | yes
      GET  /v1/years/{year}/report.pdf                              | yes    | yes      | yes    | yes        | yes | yes
      POST /v1/self-reports                                         | 401    | 403      | yes    | 403        | yes | yes
      POST /v1/rebuilds                                             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/rebuilds                                             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/rebuilds/{id}                                        | 401    | 403      | yes    | 403        | 403 | 403
      POST /v1/years/{year}/recomputations                          | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/recomputations                          | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/recomputations/{id}                     | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/recomputations/{id}/changes             | 401    | 403      | yes    | 403        | 403 | 403
      GET  /v1/years/{year}/recomputations/{id}/inputs              | 401    | 403      | yes    | 403        | 403 | 403
      POST /v1/years/{year}/publication                             | 401    | 403      | yes    | 403        | 403 | 403
      POST /v1/years/{year}/enterprises/{uscc}/objections           | 401    | 403      | 403    | 403        | yes | 403
      GET  /v1/years/{year}/enterprises/{uscc}/objections           | 401    | 403      | yes    | 403        | yes | 403
      POST /v1/years/{year}/enterprises/{uscc}/letters              | 401    | 403      | yes    | 403        | yes | 403
      GET  /v1/years/{year}/objections                              | 401    | 403      | yes    | 403        | 403 | 403
      POST /v1/years/{year}/objections/{id}/answer                  | 401    | 403      | yes    | 403        | 403 | 403
      """;

  /** The claims each kind of person may come with; gateways write groups in different ways. */
  private static final Map<String, List<Map<String, String>>> PEOPLE =
      Map.of(
          "public", List.of(Map.of()),
          "stranger", strangers(),
          "bureau", inGroup("bureau", Map.of()),
          "department", inGroup("department", Map.of("custom:department", "tax")),
          "own", inGroup("enterprise", Map.of("custom:uscc", OWN)),
          "other", inGroup("enterprise", Map.of("custom:uscc", OTHER)));

  private final ApiFunctions functions = new ApiFunctions();

  /**
   * One line of the table.
   *
   * @param answers by kind of person
   */
  private record Expectation(String method, String address, Map<String, String> answers) {

    /** As a gateway's route key: without the query. */
    String key() {
      return method + " " + address.split("\\?", 2)[0];
    }

    boolean admits(String... people) {
      return Stream.of(people).anyMatch(person -> "yes".equals(answers.get(person)));
    }

    @Override
    public String toString() {
      return method + " " + address;
    }
  }

  @AfterAll
  void stop() {
    functions.close();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void everybodyIsAnsweredByTheirRights(Expectation expected) {
    var found = new LinkedHashMap<String, String>();
    var wanted = new LinkedHashMap<String, String>();
    expected
        .answers()
        .forEach(
            (person, answer) -> {
              for (Map<String, String> claims : PEOPLE.getOrDefault(person, List.of())) {
                for (String method : methods(expected)) {
                  String who = person + " " + method + " " + claims;
                  wanted.put(who, answer);
                  found.put(
                      who, shown(functions.status(expected.key(), method, at(expected), claims)));
                }
              }
            });
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void theTableHasEveryRouteAndNoOther() {
    assertThat(expectations().map(Expectation::key).distinct())
        .containsExactlyInAnyOrderElementsOf(functions.routes().stream().map(Route::key).toList());
  }

  @Test
  void theDocumentNamesThoseWhoAreAdmitted() {
    var admitted = new LinkedHashMap<String, String>();
    expectations()
        .forEach(line -> admitted.merge(line.key(), roles(line), RouteRightsTest::longer));
    var documented = new LinkedHashMap<String, String>();
    Operation.of(functions.document()).forEach(o -> documented.put(o.key(), o.roles().toString()));
    assertThat(documented).isEqualTo(admitted);
  }

  private static String roles(Expectation line) {
    if (line.admits("public")) {
      return "[]";
    }
    return Map.of("bureau", "bureau", "department", "department", "own", "enterprise")
        .entrySet()
        .stream()
        .filter(role -> line.admits(role.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList()
        .toString();
  }

  /** Of two lines of one route, what the wider one admits. */
  private static String longer(String one, String two) {
    return one.length() >= two.length() ? one : two;
  }

  /** HEAD is GET without the body: it needs the same rights. */
  private static List<String> methods(Expectation expected) {
    return expected.method().equals("GET") ? List.of("GET", "HEAD") : List.of(expected.method());
  }

  private static String at(Expectation expected) {
    return expected
        .address()
        .replace("{year}", "2025")
        .replace("{uscc}", OWN)
        .replace("{other}", OTHER)
        .replace("{id}", "none")
        .replace("{code}", "none");
  }

  private static String shown(int status) {
    boolean answered = status < 500 && status != 401 && status != 403;
    return answered ? "yes" : Integer.toString(status);
  }

  static Stream<Expectation> expectations() {
    List<List<String>> lines =
        EXPECTED
            .lines()
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    List<String> people = lines.getFirst();
    return lines.stream()
        .skip(1)
        .map(
            cells -> {
              String[] call = cells.getFirst().split(" +", -1);
              var answers = new LinkedHashMap<String, String>();
              for (int i = 1; i < people.size(); i++) {
                answers.put(people.get(i), cells.get(i));
              }
              return new Expectation(call[0], call[1], answers);
            });
  }

  /** One group alone and beside another, in each of the ways that gateways write them. */
  private static List<Map<String, String>> inGroup(String group, Map<String, String> more) {
    return Stream.of(
            group,
            "[%s]".formatted(group),
            "[visitors %s]".formatted(group),
            "[\"%s\"]".formatted(group),
            "[\"visitors\", \"%s\"]".formatted(group))
        .map(groups -> claims(groups, more))
        .toList();
  }

  /** A good token, but no right: no group, another's, or half of what a right takes. */
  private static List<Map<String, String>> strangers() {
    Map<String, String> all = Map.of("custom:department", "tax", "custom:uscc", OWN);
    return List.of(
        all,
        claims("", all),
        claims("[visitors guests]", all),
        claims("[\"visitors\",\"guests\"]", all),
        claims("[bureaus sub-department enterprise-]", all),
        claims("[\"visitors bureau\"]", all),
        claims("[\"bureau\"", all),
        claims("[bureau", all),
        claims("bureau department", all),
        claims("[BUREAU DEPARTMENT ENTERPRISE]", all),
        claims("[department]", Map.of("custom:uscc", OWN)),
        claims("[\"department\"]", Map.of("custom:department", "")),
        claims("[enterprise]", Map.of("custom:department", "tax")),
        claims("[\"enterprise\"]", Map.of("custom:uscc", "91350100M000100Y4Z")));
  }

  private static Map<String, String> claims(String groups, Map<String, String> more) {
    var claims = new LinkedHashMap<>(more);
    claims.put("cognito:groups", groups);
    return claims;
  }
}
