package innovation.points.scoring.facts;

import java.util.Map;
import java.util.Set;

/**
 * The facts of one enterprise for one year from the per-enterprise datasets, after the precedence
 * of sources (四(一)) has been applied.
 *
 * @param facts by field name; a blank or absent cell has no entry
 * @param listed the datasets in which the owning department has a row for the enterprise; holds
 *     {@code enterprises} where it is on the year's roster
 */
public record YearFacts(Map<String, Fact> facts, Set<String> listed) {

  static final YearFacts NONE = new YearFacts(Map.of(), Set.of());

  public YearFacts {
    facts = Map.copyOf(facts);
    listed = Set.copyOf(listed);
  }
}
