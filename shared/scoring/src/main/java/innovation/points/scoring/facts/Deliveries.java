package innovation.points.scoring.facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which datasets the owning departments have delivered: an accepted or partly accepted file is in
 * force (rules §3).
 *
 * @param datasets dataset ids by year
 */
public record Deliveries(Map<Integer, Set<String>> datasets) {

  public Deliveries {
    Map<Integer, Set<String>> copied = HashMap.newHashMap(datasets.size());
    datasets.forEach((year, delivered) -> copied.put(year, Set.copyOf(delivered)));
    datasets = Collections.unmodifiableMap(copied);
  }

  /** The datasets delivered for a year. */
  public Set<String> of(int year) {
    return datasets.getOrDefault(year, Set.of());
  }

  public boolean delivered(int year, String dataset) {
    return of(year).contains(dataset);
  }
}
