package innovation.points.recompute;

import static innovation.points.web.event.Environment.required;

import innovation.points.person.FourEyes;
import innovation.points.store.publication.NoticeRule;
import innovation.points.store.publication.Publications;
import innovation.points.web.access.Issuer;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param roleClaim the claim of a token that names its roles
 * @param fourEyes whether another person than who ordered a run publishes it
 * @param noticeDays the usual length of a notice period in working days; 0 for none
 * @param pointerTtl how long a reader may use a pointer it has read
 * @param segments how many segments of the facts are read in parallel
 */
public record RecomputeSettings(
    String factsTable,
    String scoresTable,
    String uploadsTable,
    String roleClaim,
    FourEyes fourEyes,
    int noticeDays,
    Duration pointerTtl,
    int segments) {

  private static final int SEGMENTS = 4;

  /** With the claim that user pools write, the usual notice period and pace. */
  public RecomputeSettings(
      String factsTable, String scoresTable, String uploadsTable, FourEyes fourEyes) {
    this(
        factsTable,
        scoresTable,
        uploadsTable,
        Issuer.GROUPS,
        fourEyes,
        NoticeRule.USUAL_DAYS,
        Publications.POINTER_TTL,
        SEGMENTS);
  }

  /** The same at another pace. */
  public RecomputeSettings paced(Duration readersKeep, int parts) {
    return new RecomputeSettings(
        factsTable, scoresTable, uploadsTable, roleClaim, fourEyes, noticeDays, readersKeep, parts);
  }

  static RecomputeSettings of(Map<String, String> environment) {
    return new RecomputeSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "ROLE_CLAIM"),
        FourEyes.of(required(environment, "FOUR_EYES")),
        Integer.parseInt(required(environment, "NOTICE_DAYS")),
        Publications.POINTER_TTL,
        SEGMENTS);
  }
}
