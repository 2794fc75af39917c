package innovation.points.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.web.http.Json;
import innovation.points.web.http.Parameters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The claims as API Gateway's JWT authorizer passes them: every one a string. */
final class Claims {
  static final String GROUPS = "cognito:groups";
  static final String DEPARTMENT = "custom:department";
  static final String USCC = "custom:uscc";

  /** No white space, bracket, quote or comma: what could be two names is none. */
  private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_.:@/+-]{1,128}");

  private static final Pattern DEPARTMENT_ID = Pattern.compile("[a-z][a-z-]{0,31}");

  private Claims() {}

  static Principal principal(Map<String, String> claims) {
    Set<String> groups = groups(claims.getOrDefault(GROUPS, ""));
    if (groups.contains(Role.BUREAU.group())) {
      return new Principal.Bureau();
    }
    String department = claims.getOrDefault(DEPARTMENT, "");
    if (groups.contains(Role.DEPARTMENT.group()) && DEPARTMENT_ID.matcher(department).matches()) {
      return new Principal.Department(department);
    }
    String uscc = claims.getOrDefault(USCC, "").strip().toUpperCase(Locale.ROOT);
    if (groups.contains(Role.ENTERPRISE.group()) && Parameters.isUscc(uscc)) {
      return new Principal.Enterprise(uscc);
    }
    return new Principal.Stranger();
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
