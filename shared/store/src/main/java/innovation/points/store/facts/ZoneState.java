package innovation.points.store.facts;

import innovation.points.scoring.facts.Deliveries;
import java.util.Map;

/**
 * What the scores of a zone depend on besides the facts of each enterprise.
 *
 * @param deliveries which datasets the owning departments have delivered, by year
 * @param published the generation that is published, by year
 */
public record ZoneState(Deliveries deliveries, Map<Integer, String> published) {
  public ZoneState {
    published = Map.copyOf(published);
  }
}
