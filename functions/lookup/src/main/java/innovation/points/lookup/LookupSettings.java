package innovation.points.lookup;

import static innovation.points.web.event.Environment.required;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param roleClaim the claim of a token that names its roles
 * @param disclosure what of a publication is public
 * @param publicOrigin where the portal is for everybody, {@code https://points.example.gov.cn}; the
 *     empty text where that is not set
 */
public record LookupSettings(
    String factsTable,
    String scoresTable,
    String uploadsTable,
    String roleClaim,
    Disclosure disclosure,
    String publicOrigin) {

  /** With the claim that user pools write. */
  public LookupSettings(String factsTable, String scoresTable, String uploadsTable) {
    this(factsTable, scoresTable, uploadsTable, Issuer.GROUPS, Disclosure.ALL, "");
  }

  /** The same where not all of a publication is public. */
  public LookupSettings disclosing(Disclosure what) {
    return new LookupSettings(factsTable, scoresTable, uploadsTable, roleClaim, what, publicOrigin);
  }

  /** The same with the portal's address. */
  public LookupSettings at(String origin) {
    return new LookupSettings(factsTable, scoresTable, uploadsTable, roleClaim, disclosure, origin);
  }

  static LookupSettings of(Map<String, String> environment) {
    return new LookupSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "ROLE_CLAIM"),
        Disclosure.of(required(environment, "DISCLOSURE")),
        environment.getOrDefault("PUBLIC_ORIGIN", ""));
  }
}
