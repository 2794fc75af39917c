package innovation.points.datasets.checking;

import innovation.points.scoring.facts.Value;
import java.util.Map;

/**
 * A row without errors.
 *
 * @param row as the spreadsheet counts, from 1
 * @param uscc 统一社会信用代码, upper case
 * @param values by field name, without {@code uscc}; a blank cell has no entry
 */
public record AcceptedRow(int row, String uscc, Map<String, Value> values) {
  public AcceptedRow {
    values = Map.copyOf(values);
  }
}
