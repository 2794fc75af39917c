package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes every call of the API as every kind of caller, on tables that hold one file of each of
 * three sources and nothing else, and checks the rights of {@code routes.yaml}: a caller without
 * rights must not even learn that there is no data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRightsTest {

  private static final String OWN = "91350100M000100Y43";
  private static final String OTHER = "914403001922038216";

  /**
   * Queries with narrower rights than their route. A number is the status of the refusal; yes is
   * any answer that is neither a refusal nor an error. {@code {id:tax}} is the id of a file of that
   * source, {@code {source:hr}} that source.
   */
  private static final String NARROWER =
      """
      call                                                           | public | stranger | bureau | approver | department | own | other | bank | auditor
      GET  /v1/years/{year}/enterprises/{uscc}/profile?edition=draft | 401    | 403      | yes    | yes      | yes        | 403 | 403   | 403  | 403
      GET  /v1/years/{year}/scores?edition=draft                     | 401    | 403      | yes    | yes      | yes        | 403 | 403   | 403  | 403
      GET  /v1/years/{year}/rewards                                  | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      GET  /v1/years/{year}/rewards?uscc={uscc}&uscc={other}         | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:tax}                                      | 401    | 403      | yes    | yes      | yes        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:hr}                                       | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:enterprise}                               | 401    | 403      | yes    | yes      | 403        | yes | 403   | 403  | 403
      GET  /v1/uploads/{id:tax}/rows                                 | 401    | 403      | yes    | yes      | yes        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:hr}/rows                                  | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:enterprise}/rows                          | 401    | 403      | yes    | yes      | 403        | yes | 403   | 403  | 403
      GET  /v1/uploads/{id:tax}/changes                              | 401    | 403      | yes    | yes      | yes        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:hr}/changes                               | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      GET  /v1/uploads/{id:enterprise}/changes                       | 401    | 403      | yes    | yes      | 403        | yes | 403   | 403  | 403
      POST /v1/uploads/{id:tax}/confirmation                         | 401    | 403      | yes    | 403      | yes        | 403 | 403   | 403  | 403
      POST /v1/uploads/{id:hr}/confirmation                          | 401    | 403      | yes    | 403      | 403        | 403 | 403   | 403  | 403
      POST /v1/uploads/{id:enterprise}/confirmation                  | 401    | 403      | yes    | 403      | 403        | yes | 403   | 403  | 403
      POST /v1/uploads/{id:tax}/withdrawal                           | 401    | 403      | yes    | 403      | yes        | 403 | 403   | 403  | 403
      POST /v1/uploads/{id:hr}/withdrawal                            | 401    | 403      | yes    | 403      | 403        | 403 | 403   | 403  | 403
      POST /v1/uploads/{id:enterprise}/withdrawal                    | 401    | 403      | yes    | 403      | 403        | yes | 403   | 403  | 403
      GET  /v1/mappings/{source:hr}/{dataset}                        | 401    | 403      | yes    | yes      | 403        | 403 | 403   | 403  | 403
      POST /v1/mappings/{source:hr}/{dataset}/removal                | 401    | 403      | yes    | 403      | 403        | 403 | 403   | 403  | 403
      """;

  /** The claims of each kind of caller; gateways write groups in different forms. */
  private static final Map<String, List<Map<String, String>>> PEOPLE =
      Map.of(
          "public", List.of(Map.of()),
          "stranger", strangers(),
          "bureau", inGroup("bureau", Map.of()),
          "approver", inGroup("approver", Map.of()),
          "department", inGroup("department", Map.of("custom:department", "tax")),
          "own", inGroup("enterprise", Map.of("custom:uscc", OWN)),
          "other", inGroup("enterprise", Map.of("custom:uscc", OTHER)),
          "bank", banks(),
          "auditor", auditors());

  private static final Pattern PLACE = Pattern.compile("\\{(id|source):([a-z]+)}");

  private final ApiFunctions functions = new ApiFunctions();
  private final Map<String, String> files =
      functions.announced(
          Map.of(
              "tax", "uploads/tax/operations/2025/a.csv",
              "hr", "uploads/hr/workforce/2025/a.csv",
              "enterprise", "uploads/enterprise/operations/2025/%s.csv".formatted(OWN)));

  /**
   * One call and the expected answer for each kind of caller.
   *
   * @param address path and query, with the names of the route's parameters
   */
  private record Expectation(DeclaredRoute route, String address, Map<String, String> answers) {

    /** The rights declared by the route. */
    static Expectation of(DeclaredRoute route) {
      Access access = route.access();
      var answers = new LinkedHashMap<String, String>();
      if (access.isPublic()) {
        PEOPLE.keySet().forEach(person -> answers.put(person, "yes"));
      } else {
        String enterprise = answer(access, Role.ENTERPRISE);
        answers.put("public", "401");
        answers.put("stranger", "403");
        answers.put("bureau", answer(access, Role.BUREAU));
        answers.put("approver", answer(access, Role.APPROVER));
        answers.put("department", answer(access, Role.DEPARTMENT));
        answers.put("bank", answer(access, Role.BANK));
        answers.put("auditor", answer(access, Role.AUDITOR));
        answers.put("own", enterprise);
        answers.put("other", access.ownerParameter() == null ? enterprise : "403");
      }
      return new Expectation(route, address(route), answers);
    }

    private static String answer(Access access, Role role) {
      return access.roles().contains(role) ? "yes" : "403";
    }

    /** Where the path does not name the owner, the query does. */
    private static String address(DeclaredRoute route) {
      String owner = route.access().ownerParameter();
      return owner == null || route.path().contains("{" + owner + "}")
          ? route.path()
          : "%s?%s={%s}".formatted(route.path(), owner, owner);
    }

    @Override
    public String toString() {
      return route.method() + " " + address;
    }
  }

  RouteRightsTest() {
    functions.grant(OWN);
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
                for (String method : methods(expected.route())) {
                  String who = person + " " + method + " " + claims;
                  wanted.put(who, answer);
                  found.put(
                      who, shown(functions.status(expected.route(), method, at(expected), claims)));
                }
              }
            });
    assertThat(found).isEqualTo(wanted);
  }

  /** What a caller of several groups gets is the most that one of them gets. */
  @ParameterizedTest
  @MethodSource("declared")
  void rightsOfSeveralGroupsAddUp(DeclaredRoute route) {
    Map<String, String> claims =
        claims(
            "[enterprise department approver]",
            Map.of("custom:department", "tax", "custom:uscc", OTHER));
    Expectation expected = Expectation.of(route);
    List<String> each =
        Stream.of("approver", "department", "other")
            .map(person -> Objects.requireNonNull(expected.answers().get(person)))
            .toList();
    String method = route.method().name();
    assertThat(shown(functions.status(route, method, at(expected), claims)))
        .isEqualTo(each.contains("yes") ? "yes" : "403");
  }

  /** An approver reads all that the bureau reads; what it may do besides is a decision. */
  @Test
  void anApproverReadsWhatTheBureauReads() {
    assertThat(DeclaredRoutes.all())
        .filteredOn(route -> route.method() == HttpMethod.GET)
        .filteredOn(route -> route.access().roles().contains(Role.BUREAU))
        .allSatisfy(
            route -> assertThat(route.access().roles()).as(route.key()).contains(Role.APPROVER));
  }

  static Stream<DeclaredRoute> declared() {
    return DeclaredRoutes.all().stream();
  }

  /** HEAD is GET without the body and needs the same rights. */
  private static List<String> methods(DeclaredRoute route) {
    return route.method() == HttpMethod.GET
        ? List.of("GET", "HEAD")
        : List.of(route.method().name());
  }

  private String at(Expectation expected) {
    return PLACE
        .matcher(expected.address())
        .replaceAll(place -> place.group(1).equals("id") ? file(place.group(2)) : place.group(2))
        .replace("{year}", "2025")
        .replace("{uscc}", OWN)
        .replace("{other}", OTHER)
        .replace("{source}", "tax")
        .replace("{dataset}", "none")
        .replace("{id}", "none")
        .replace("{code}", "none");
  }

  private String file(String source) {
    return Objects.requireNonNull(files.get(source), source);
  }

  private static String shown(int status) {
    boolean answered = status < 500 && status != 401 && status != 403;
    return answered ? "yes" : Integer.toString(status);
  }

  static Stream<Expectation> expectations() {
    return Stream.concat(DeclaredRoutes.all().stream().map(Expectation::of), narrower());
  }

  private static Stream<Expectation> narrower() {
    List<List<String>> lines =
        NARROWER
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
              return new Expectation(route(call[0], call[1]), call[1], answers);
            });
  }

  private static DeclaredRoute route(String method, String address) {
    String path = PLACE.matcher(address.split("\\?", 2)[0]).replaceAll("{$1}");
    String key = method + " " + path;
    return DeclaredRoutes.all().stream()
        .filter(route -> route.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("routes.yaml declares no " + key));
  }

  /** One group alone and with another, in each form that gateways write. */
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

  /** The people of a bank, and its program, which is in no group. */
  private static List<Map<String, String>> banks() {
    return Stream.concat(
            inGroup("bank", Map.of("custom:bank", "icbc")).stream(),
            Stream.of(Map.of("sub", ApiFunctions.CLIENT, "client_id", ApiFunctions.CLIENT)))
        .toList();
  }

  /** Whatever else an auditor is, it counts for nothing. */
  private static List<Map<String, String>> auditors() {
    Map<String, String> all = Map.of("custom:department", "tax", "custom:uscc", OWN);
    return List.of(
        claims("[auditor]", all),
        claims("auditor", Map.of()),
        claims("[bureau approver department enterprise auditor]", all));
  }

  /** Valid tokens without rights: no group, another group, or a part of the required claims. */
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
        claims("[department]", Map.of("custom:department", "parks")),
        claims("[department]", Map.of("custom:department", "public")),
        claims("[department]", Map.of("custom:department", "enterprise")),
        claims("[bank]", Map.of()),
        Map.of("sub", "risk-2", "client_id", "risk-2"),
        Map.of("cognito:groups", "[bureau]"),
        Map.of("sub", "system:schedule", "cognito:groups", "[bureau]"),
        claims("[enterprise]", Map.of("custom:department", "tax")),
        claims("[\"enterprise\"]", Map.of("custom:uscc", "91350100M000100Y4Z")));
  }

  private static Map<String, String> claims(String groups, Map<String, String> more) {
    var claims = new LinkedHashMap<>(more);
    claims.put("sub", "somebody");
    claims.put("cognito:groups", groups);
    return claims;
  }
}
