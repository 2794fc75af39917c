package innovation.points.store.facts;

import innovation.points.scoring.facts.Deliveries;
import java.util.Map;

/**
 * What the whole zone's scores hang on besides an enterprise's own facts.
 *
 * @param deliveries which datasets the owning departments have delivered, by year
 * @param published the generation that is published, by year
 */
public record ZoneState(Deliveries deliveries, Map<Integer, String> published) {
  public ZoneState {
    published = Map.copyOf(published);
  }
}
