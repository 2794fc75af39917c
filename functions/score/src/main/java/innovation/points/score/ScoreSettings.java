package innovation.points.score;

import static innovation.points.web.event.Environment.required;

import java.util.Map;

/** The tables this function works on. */
public record ScoreSettings(String factsTable, String scoresTable) {

  static ScoreSettings of(Map<String, String> environment) {
    return new ScoreSettings(
        required(environment, "FACTS_TABLE"), required(environment, "SCORES_TABLE"));
  }
}
