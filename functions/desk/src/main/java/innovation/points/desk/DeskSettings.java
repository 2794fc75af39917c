package innovation.points.desk;

import static innovation.points.web.event.Environment.required;

import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 * @param roleClaim the claim of a token that names its roles
 */
public record DeskSettings(
    String factsTable, String scoresTable, String cursorKey, String roleClaim) {

  /** With the claim that user pools write. */
  public DeskSettings(String factsTable, String scoresTable, String cursorKey) {
    this(factsTable, scoresTable, cursorKey, Issuer.GROUPS);
  }

  static DeskSettings of(Map<String, String> environment) {
    return new DeskSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "CURSOR_KEY"),
        required(environment, "ROLE_CLAIM"));
  }
}
