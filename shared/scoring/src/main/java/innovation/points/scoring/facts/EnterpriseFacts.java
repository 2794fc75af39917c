package innovation.points.scoring.facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All facts of one enterprise in the zone's files.
 *
 * @param uscc 统一社会信用代码, 18 characters
 * @param years by year
 * @param items by line-item dataset, one item per natural key, in any order
 */
public record EnterpriseFacts(
    String uscc, Map<Integer, YearFacts> years, Map<String, List<LineItem>> items) {

  public EnterpriseFacts {
    years = Map.copyOf(years);
    Map<String, List<LineItem>> copied = HashMap.newHashMap(items.size());
    items.forEach((dataset, all) -> copied.put(dataset, List.copyOf(all)));
    items = Collections.unmodifiableMap(copied);
  }

  /** The same without what nobody but the enterprise has said (核验). */
  EnterpriseFacts verified() {
    Map<Integer, YearFacts> known = HashMap.newHashMap(years.size());
    years.forEach((year, facts) -> known.put(year, facts.verified()));
    Map<String, List<LineItem>> lines = HashMap.newHashMap(items.size());
    items.forEach(
        (dataset, all) ->
            lines.put(dataset, all.stream().filter(one -> !one.source().unverified()).toList()));
    return new EnterpriseFacts(uscc, known, lines);
  }

  public YearFacts year(int year) {
    return years.getOrDefault(year, YearFacts.NONE);
  }

  public List<LineItem> items(String dataset) {
    return items.getOrDefault(dataset, List.of());
  }
}
