package innovation.points.desk;

import java.util.Map;

/**
 * What the function is told about where it runs.
 *
 * @param cursorKey signs cursors; the same on every instance, at least 16 bytes
 */
public record DeskSettings(String factsTable, String scoresTable, String cursorKey) {

  static DeskSettings of(Map<String, String> environment) {
    return new DeskSettings(
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
