package innovation.points.scoring.facts;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which datasets the owning departments have delivered: an accepted or partly accepted file is in
 * force (rules §3).
 *
 * @param datasets dataset ids by year
 */
public record Deliveries(Map<Integer, Set<String>> datasets) {

  public Deliveries {
    datasets =
        datasets.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  public boolean delivered(int year, String dataset) {
    return datasets.getOrDefault(year, Set.of()).contains(dataset);
  }
}
