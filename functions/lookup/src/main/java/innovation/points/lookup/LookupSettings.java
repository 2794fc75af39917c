package innovation.points.lookup;

import java.util.Map;

/**
 * What the function is told about where it runs.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 */
public record LookupSettings(
    String factsTable, String scoresTable, String uploadsTable, String cursorKey) {

  static LookupSettings of(Map<String, String> environment) {
    return new LookupSettings(
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "CURSOR_KEY"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("expected the environment variable " + name);
    }
    return value;
  }
}
