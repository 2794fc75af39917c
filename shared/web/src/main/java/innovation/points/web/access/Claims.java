package innovation.points.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.Bank;
import innovation.points.person.Person;
import innovation.points.web.http.Json;
import innovation.points.web.http.Parameters;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The claims as API Gateway's JWT authorizer passes them: every one a string. */
final class Claims {
  static final String DEPARTMENT = "custom:department";
  static final String USCC = "custom:uscc";
  static final String BANK = "custom:bank";

  /** Of a token that a program got for itself (client credentials). */
  static final String CLIENT = "client_id";

  /** No white space, bracket, quote or comma: what could be two names is none. */
  private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_.:@/+-]{1,128}");

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Sources of the bucket that are no departments. */
  private static final Set<String> NO_DEPARTMENTS = Set.of("public", "enterprise", "bureau");

  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
  private static final int LONGEST_NAME = 64;

  private final Issuer issuer;
  private final Map<String, String> claims;

  Claims(Issuer issuer, Map<String, String> claims) {
    this.issuer = issuer;
    this.claims = claims;
  }

  /** A token that names nobody gives no right: what is done with it could be laid to nobody. */
  Principal principal() {
    String sub = text("sub");
    if (!Person.isSub(sub)) {
      return new Principal(
          Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }
    Set<Role> named = named();
    Optional<Bank> bank = bank(named);
    if (bank.isPresent()) {
      named.add(Role.BANK);
    }
    Optional<String> department = optional(named.contains(Role.DEPARTMENT), department());
    Optional<String> uscc = optional(named.contains(Role.ENTERPRISE), uscc());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : named) {
      boolean complete =
          switch (role) {
            case DEPARTMENT -> department.isPresent();
            case ENTERPRISE -> uscc.isPresent();
            case BANK -> bank.isPresent();
            case BUREAU, APPROVER, AUDITOR -> true;
          };
      if (complete) {
        roles.add(role);
      }
    }
    Optional<String> bankName = bank.map(Bank::name);
    var person =
        new Person(
            sub,
            name(bankName.orElse(sub)),
            shown(roles),
            department.orElse(null),
            bankName.orElse(null));
    return new Principal(Optional.of(person), roles, department, uscc, bank, true);
  }

  /** The roles of the groups; an auditor has none beside it. */
  private Set<Role> named() {
    String claim = claims.getOrDefault(issuer.roleClaim(), "");
    Set<String> groups =
        issuer.roleClaim().equals(Issuer.GROUPS) ? groups(claim) : joined(claim.strip());
    Set<Role> named = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (groups.contains(role.group())) {
        named.add(role);
      }
    }
    return named.contains(Role.AUDITOR) ? EnumSet.of(Role.AUDITOR) : named;
  }

  private static String shown(Set<Role> roles) {
    return roles.isEmpty()
        ? "none"
        : roles.stream().map(Role::group).collect(Collectors.joining("+"));
  }

  private String name(String otherwise) {
    String name = UNSHOWN.matcher(text("name")).replaceAll("").strip();
    if (name.isEmpty()) {
      return otherwise;
    }
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }

  private String department() {
    String id = claims.getOrDefault(DEPARTMENT, "");
    boolean real =
        ID.matcher(id).matches() && !NO_DEPARTMENTS.contains(id) && issuer.departments().test(id);
    return real ? id : "";
  }

  private String uscc() {
    String uscc = text(USCC).toUpperCase(Locale.ROOT);
    return Parameters.isUscc(uscc) ? uscc : "";
  }

  /** Of somebody in the group; or the program of a bank, which is in none that carries a right. */
  private Optional<Bank> bank(Set<Role> named) {
    if (named.isEmpty()) {
      String client = text(CLIENT);
      return client.isEmpty() ? Optional.empty() : issuer.banks().ofClient(client);
    }
    String id = text(BANK);
    return named.contains(Role.BANK) && ID.matcher(id).matches()
        ? issuer.banks().named(id)
        : Optional.empty();
  }

  private String text(String claim) {
    return claims.getOrDefault(claim, "").strip();
  }

  private static Optional<String> optional(boolean wanted, String value) {
    return wanted && !value.isEmpty() ? Optional.of(value) : Optional.empty();
  }

  /** Roles joined by {@code +}: one string claim, which no array can be mistaken for. */
  private static Set<String> joined(String claim) {
    var groups = new HashSet<String>();
    for (String group : claim.split("\\+", -1)) {
      if (!GROUP.matcher(group).matches()) {
        return Set.of();
      }
      groups.add(group);
    }
    return Set.copyOf(groups);
  }

  /**
   * The groups in any of the forms gateways write: {@code a}, {@code [a b]}, {@code ["a","b"]}.
   * Anything else, also in a part of it, is no group at all.
   */
  static Set<String> groups(String claim) {
    String text = claim.strip();
    if (!text.startsWith("[")) {
      return GROUP.matcher(text).matches() ? Set.of(text) : Set.of();
    }
    if (!text.endsWith("]")) {
      return Set.of();
    }
    return text.indexOf('"') >= 0 ? jsonArray(text) : spaced(text.substring(1, text.length() - 1));
  }

  private static Set<String> spaced(String text) {
    var groups = new HashSet<String>();
    for (String group : text.strip().split(" +", -1)) {
      if (!GROUP.matcher(group).matches()) {
        return Set.of();
      }
      groups.add(group);
    }
    return Set.copyOf(groups);
  }

  private static Set<String> jsonArray(String text) {
    var groups = new HashSet<String>();
    try {
      for (JsonNode group : Json.mapper().readTree(text)) {
        if (!group.isTextual() || !GROUP.matcher(group.textValue()).matches()) {
          return Set.of();
        }
        groups.add(group.textValue());
      }
    } catch (JsonProcessingException e) {
      return Set.of();
    }
    return Set.copyOf(groups);
  }
}
