package innovation.points.store.facts;

import innovation.points.scoring.facts.Value;
import java.util.Map;

/**
 * One accepted row.
 *
 * @param row as the spreadsheet counts
 * @param values by field name, without the code of the enterprise; a blank cell has no entry
 */
public record FactRow(int row, Map<String, Value> values) {
  public FactRow {
    values = Map.copyOf(values);
  }
}
