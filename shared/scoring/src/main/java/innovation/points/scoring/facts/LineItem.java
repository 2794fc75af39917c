package innovation.points.scoring.facts;

import java.util.Map;

/**
 * One contract, record, certificate or earlier stage of an enterprise.
 *
 * @param year the year in the key of the file it came in
 * @param values by field name of the dataset; a blank cell has no entry
 */
public record LineItem(int year, Map<String, Value> values, Source source) {
  public LineItem {
    values = Map.copyOf(values);
  }
}
