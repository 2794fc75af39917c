package innovation.points.recompute;

import innovation.points.store.publication.Publications;
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

  private static final int SEGMENTS = 4;

  public RecomputeSettings(String factsTable, String scoresTable, String cursorKey) {
    this(factsTable, scoresTable, cursorKey, Publications.POINTER_TTL, SEGMENTS);
  }

  static RecomputeSettings of(Map<String, String> environment) {
    return new RecomputeSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "CURSOR_KEY"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("expected the environment variable " + name + ", found none");
    }
    return value;
  }
}
