package innovation.points.lookup;

import static innovation.points.web.event.Environment.required;

import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 * @param roleClaim the claim of a token that names its roles
 */
public record LookupSettings(
    String factsTable,
    String scoresTable,
    String uploadsTable,
    String cursorKey,
    String roleClaim) {

  /** With the claim that user pools write. */
  public LookupSettings(
      String factsTable, String scoresTable, String uploadsTable, String cursorKey) {
    this(factsTable, scoresTable, uploadsTable, cursorKey, Issuer.GROUPS);
  }

  static LookupSettings of(Map<String, String> environment) {
    return new LookupSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "CURSOR_KEY"),
        required(environment, "ROLE_CLAIM"));
  }
}
