package innovation.points.scoring.facts;

import java.util.Map;

/**
 * The input of a score, apart from the rulebook.
 *
 * @param year the evaluation year Y
 * @param facts of the enterprise, all years
 * @param deliveries of all years
 * @param publishedStages the stage ids of published results, by earlier year
 */
public record ScoringInput(
    int year, EnterpriseFacts facts, Deliveries deliveries, Map<Integer, String> publishedStages) {

  /** The same without what nobody but the enterprise has said. */
  public ScoringInput verified() {
    return new ScoringInput(year, facts.verified(), deliveries, publishedStages);
  }
}
