package innovation.points.desk;

import static innovation.points.web.event.Environment.required;

import java.util.Map;

/**
 * The settings of the function, from its environment.
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
}
