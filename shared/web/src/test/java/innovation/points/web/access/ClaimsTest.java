package innovation.points.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Bank;
import innovation.points.person.Banks;
import innovation.points.person.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  private static final Banks BANKS =
      new Banks() {
        @Override
        public Optional<Bank> ofClient(String clientId) {
          return clientId.equals("risk-1") ? named("icbc") : Optional.empty();
        }

        @Override
        public Optional<Bank> named(String id) {
          return id.equals("gone") ? Optional.empty() : Optional.of(new Bank(id, "银行" + id));
        }
      };
  private static final Issuer ISSUER =
      new Issuer(Issuer.GROUPS, Set.of("tax", "hr", "public", "enterprise")::contains, BANKS);

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
    assertThat(of("cognito:groups", groups).roles()).containsExactly(Role.BUREAU);
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
    assertThat(of("cognito:groups", groups).roles()).isEmpty();
  }

  @Test
  void noGroupsNoRight() {
    assertThat(of("custom:department", "tax", "scope", "bureau").roles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tax, true",
    "hr, true",
    "public, false",
    "enterprise, false",
    "parks, false",
    "'', false",
    "TAX, false",
    "../tax, false",
    "t/x, false"
  })
  void departmentIsOneOfTheCatalogue(String id, boolean right) {
    Principal principal = of("cognito:groups", "[department]", "custom:department", id);
    assertThat(principal.roles()).isEqualTo(right ? Set.of(Role.DEPARTMENT) : Set.of());
    assertThat(principal.department()).isEqualTo(right ? Optional.of(id) : Optional.empty());
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
    Principal principal = of("cognito:groups", "enterprise", "custom:uscc", uscc);
    assertThat(principal.roles()).isEqualTo(right ? Set.of(Role.ENTERPRISE) : Set.of());
    assertThat(principal.owns("91350100m000100y43")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"icbc, true", "'', false", "I C, false", "gone, false"})
  void bankNeedsItsId(String bank, boolean right) {
    Principal principal = of("cognito:groups", "[bank]", "custom:bank", bank);
    assertThat(principal.roles()).isEqualTo(right ? Set.of(Role.BANK) : Set.of());
    assertThat(principal.bank().map(Bank::id))
        .isEqualTo(right ? Optional.of(bank) : Optional.empty());
    assertThat(principal.person())
        .contains(
            right
                ? new Person("7", "李敏", "bank", null, "银行icbc")
                : new Person("7", "李敏", "none", null));
  }

  /** A token that a program got for itself has no groups and no name. */
  @Test
  void programOfABankIsKnownByItsClient() {
    Principal principal = ISSUER.principal(Map.of("sub", "risk-1", "client_id", "risk-1"));
    assertThat(principal.roles()).containsExactly(Role.BANK);
    assertThat(principal.bank()).contains(new Bank("icbc", "银行icbc"));
    assertThat(principal.person()).contains(new Person("risk-1", "银行icbc", "bank", null, "银行icbc"));
  }

  @Test
  void anotherClientGivesNoRightAndOneOfAPersonNoOther() {
    assertThat(ISSUER.principal(Map.of("sub", "x", "client_id", "risk-2")).roles()).isEmpty();
    assertThat(of("cognito:groups", "[bureau]", "client_id", "risk-1").roles())
        .containsExactly(Role.BUREAU);
    assertThat(of("cognito:groups", "[auditor]", "client_id", "risk-1").roles())
        .containsExactly(Role.AUDITOR);
    assertThat(of("cognito:groups", "[department]", "client_id", "risk-1").roles()).isEmpty();
  }

  @Test
  void rightsOfSeveralGroupsAddUp() {
    Principal principal =
        of(
            "cognito:groups",
            "[approver enterprise department bureau]",
            "custom:department",
            "hr",
            "custom:uscc",
            "91350100M000100Y43");
    assertThat(principal.roles())
        .containsExactlyInAnyOrder(Role.BUREAU, Role.APPROVER, Role.DEPARTMENT, Role.ENTERPRISE);
    assertThat(principal.person())
        .contains(new Person("7", "李敏", "bureau+approver+department+enterprise", "hr"));
  }

  @Test
  void incompleteGroupTakesNothingFromAnother() {
    assertThat(of("cognito:groups", "[enterprise department]", "custom:department", "hr").roles())
        .containsExactly(Role.DEPARTMENT);
    assertThat(of("cognito:groups", "[bureau department]", "custom:department", "parks").roles())
        .containsExactly(Role.BUREAU);
  }

  @Test
  void auditorHasNoRightBesideIt() {
    Principal principal =
        of("cognito:groups", "[bureau auditor department]", "custom:department", "hr");
    assertThat(principal.roles()).containsExactly(Role.AUDITOR);
    assertThat(principal.department()).isEmpty();
    assertThat(principal.person()).contains(new Person("7", "李敏", "auditor", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "system:schedule"})
  void tokenThatNamesNobodyGivesNoRight(String sub) {
    Principal principal = ISSUER.principal(Map.of("sub", sub, "cognito:groups", "[bureau]"));
    assertThat(principal.roles()).isEmpty();
    assertThat(principal.person()).isEmpty();
    assertThat(principal.hasToken()).isTrue();
  }

  @Test
  void nameIsTheIssuersElseTheSub() {
    assertThat(name(Map.of("sub", "7", "name", " 李\u202e敏\n "))).isEqualTo("李敏");
    assertThat(name(Map.of("sub", "7", "name", "\t"))).isEqualTo("7");
    assertThat(name(Map.of("sub", "7"))).isEqualTo("7");
    assertThat(name(Map.of("sub", "7", "name", "𠮷".repeat(65)))).isEqualTo("𠮷".repeat(64));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bureau                       | bureau
          bureau+approver              | bureau,approver
          visitors+approver            | approver
          visitors bureau              |
          [visitors bureau]            |
          ["bureau"]                   |
          bureau+                      |
          bureau, approver             |
          """)
  void anotherClaimHoldsRolesJoinedByPlus(String claim, @Nullable String roles) {
    var issuer = new Issuer("zone_roles", _ -> true, Banks.NONE);
    Principal principal =
        issuer.principal(
            Map.of("sub", "7", "zone_roles", claim, "cognito:groups", "[department auditor]"));
    assertThat(principal.roles().stream().map(Role::group))
        .containsExactlyInAnyOrder(roles == null ? new String[0] : roles.split(","));
  }

  private static String name(Map<String, String> claims) {
    return ISSUER.principal(claims).person().orElseThrow().name();
  }

  private static Principal of(String... claims) {
    var all = new HashMap<>(Map.of("sub", "7", "name", "李敏"));
    for (int i = 0; i < claims.length; i += 2) {
      all.put(claims[i], claims[i + 1]);
    }
    return ISSUER.principal(all);
  }
}
