package innovation.points.web.access;

import innovation.points.person.Banks;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How tokens of the zone's issuer are read.
 *
 * @param roleClaim the claim with the groups: {@link #GROUPS}, an array, or another one that holds
 *     the roles joined by {@code +}, for issuers that allow groups with a blank in their name: in
 *     an HTTP API's string {@code [a b]} such a group is two
 * @param departments whether there is a department with an id
 * @param banks those that are admitted
 */
public record Issuer(String roleClaim, Predicate<String> departments, Banks banks) {

  /** Where user pools write the groups; the default. */
  public static final String GROUPS = "cognito:groups";

  public Issuer {
    if (roleClaim.isBlank()) {
      throw new IllegalArgumentException(
          "expected the name of a claim such as %s, found a blank one".formatted(GROUPS));
    }
  }

  /** Who a token names and what it may, by the claims that the gateway has verified. */
  public Principal principal(Map<String, String> claims) {
    return new Claims(this, claims).principal();
  }
}
