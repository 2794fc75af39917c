package innovation.points.recompute;

import static innovation.points.web.event.Environment.required;

import innovation.points.store.publication.Publications;
import innovation.points.web.access.Issuer;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 * @param roleClaim the claim of a token that names its roles
 * @param pointerTtl how long a reader may use a pointer it has read
 * @param segments how many segments of the facts are read in parallel
 */
public record RecomputeSettings(
    String factsTable,
    String scoresTable,
    String cursorKey,
    String roleClaim,
    Duration pointerTtl,
    int segments) {

  private static final int SEGMENTS = 4;

  /** With the claim that user pools write. */
  public RecomputeSettings(String factsTable, String scoresTable, String cursorKey) {
    this(factsTable, scoresTable, cursorKey, Publications.POINTER_TTL, SEGMENTS);
  }

  /** With the claim that user pools write. */
  public RecomputeSettings(
      String factsTable, String scoresTable, String cursorKey, Duration pointerTtl, int segments) {
    this(factsTable, scoresTable, cursorKey, Issuer.GROUPS, pointerTtl, segments);
  }

  static RecomputeSettings of(Map<String, String> environment) {
    return new RecomputeSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "CURSOR_KEY"),
        required(environment, "ROLE_CLAIM"),
        Publications.POINTER_TTL,
        SEGMENTS);
  }
}
