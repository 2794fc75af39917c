package innovation.points.score;

import java.util.Map;

/** The tables this function works on. */
public record ScoreSettings(String factsTable, String scoresTable) {

  static ScoreSettings of(Map<String, String> environment) {
    return new ScoreSettings(
        required(environment, "FACTS_TABLE"), required(environment, "SCORES_TABLE"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("expected the environment variable " + name + ", found none");
    }
    return value;
  }
}
