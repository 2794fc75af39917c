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

  public YearFacts year(int year) {
    return years.getOrDefault(year, YearFacts.NONE);
  }

  public List<LineItem> items(String dataset) {
    return items.getOrDefault(dataset, List.of());
  }
}
