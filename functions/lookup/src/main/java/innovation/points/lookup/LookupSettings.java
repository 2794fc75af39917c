package innovation.points.lookup;

import static innovation.points.web.event.Environment.required;

import innovation.points.web.access.Issuer;
import java.time.MonthDay;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param intakeDue the day of the following year by which a year's files are due
 * @param roleClaim the claim of a token that names its roles
 */
public record LookupSettings(
    String factsTable,
    String scoresTable,
    String uploadsTable,
    MonthDay intakeDue,
    String roleClaim) {

  /** Two weeks before the yearly run on 1 April. */
  public static final MonthDay DUE = MonthDay.of(3, 15);

  /** With the claim that user pools write. */
  public LookupSettings(
      String factsTable, String scoresTable, String uploadsTable, MonthDay intakeDue) {
    this(factsTable, scoresTable, uploadsTable, intakeDue, Issuer.GROUPS);
  }

  static LookupSettings of(Map<String, String> environment) {
    return new LookupSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        MonthDay.parse("--" + required(environment, "INTAKE_DUE")),
        required(environment, "ROLE_CLAIM"));
  }
}
