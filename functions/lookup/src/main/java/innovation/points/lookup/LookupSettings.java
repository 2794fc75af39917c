package innovation.points.lookup;

import static innovation.points.web.event.Environment.required;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.web.access.Issuer;
import java.time.MonthDay;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param intakeDue the day of the following year by which a year's files are due
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 * @param roleClaim the claim of a token that names its roles
 * @param disclosure what of a publication is public
 */
public record LookupSettings(
    String factsTable,
    String scoresTable,
    String uploadsTable,
    MonthDay intakeDue,
    String cursorKey,
    String roleClaim,
    Disclosure disclosure) {

  /** Two weeks before the yearly run on 1 April. */
  public static final MonthDay DUE = MonthDay.of(3, 15);

  /** With the claim that user pools write. */
  public LookupSettings(
      String factsTable,
      String scoresTable,
      String uploadsTable,
      MonthDay intakeDue,
      String cursorKey) {
    this(
        factsTable, scoresTable, uploadsTable, intakeDue, cursorKey, Issuer.GROUPS, Disclosure.ALL);
  }

  /** The same where not all of a publication is public. */
  public LookupSettings disclosing(Disclosure what) {
    return new LookupSettings(
        factsTable, scoresTable, uploadsTable, intakeDue, cursorKey, roleClaim, what);
  }

  static LookupSettings of(Map<String, String> environment) {
    return new LookupSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        MonthDay.parse("--" + required(environment, "INTAKE_DUE")),
        required(environment, "CURSOR_KEY"),
        required(environment, "ROLE_CLAIM"),
        Disclosure.of(required(environment, "DISCLOSURE")));
  }
}
