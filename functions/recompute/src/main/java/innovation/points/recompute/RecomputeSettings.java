package innovation.points.recompute;

import static innovation.points.web.event.Environment.required;

import java.time.Duration;
import java.util.Map;

/**
 * What the function is told about where it runs.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 * @param pointerTtl how long a reader may go on with a pointer it has read
 * @param segments in how many parts the facts are read side by side
 */
public record RecomputeSettings(
    String factsTable, String scoresTable, String cursorKey, Duration pointerTtl, int segments) {

  /** What lookup keeps a pointer for, and a little more. */
  public static final Duration POINTER_TTL = Duration.ofMillis(1_200);

  private static final int SEGMENTS = 4;

  public RecomputeSettings(String factsTable, String scoresTable, String cursorKey) {
    this(factsTable, scoresTable, cursorKey, POINTER_TTL, SEGMENTS);
  }

  static RecomputeSettings of(Map<String, String> environment) {
    return new RecomputeSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "CURSOR_KEY"));
  }
}
