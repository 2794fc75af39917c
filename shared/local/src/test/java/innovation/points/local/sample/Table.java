package innovation.points.local.sample;

import innovation.points.scoring.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a department would see in its spreadsheet.
 *
 * @param title the line above the header, in the forms that have one
 * @param rows by field name; a blank cell has no entry, a slip is a text where none belongs
 */
record Table(String title, List<Column> columns, List<Map<String, Value>> rows) {

  /** The row of one enterprise, as its department would write it before any slip. */
  static Map<String, Value> row(Enterprise of, Map<String, Value> values) {
    var row = new LinkedHashMap<String, Value>();
    row.put("uscc", Value.of(of.uscc));
    row.put("name", Value.of(of.name));
    row.putAll(values);
    return row;
  }

  /** Changes the first row of one enterprise that the condition holds for. */
  void edit(
      Enterprise of, Predicate<Map<String, Value>> which, Consumer<Map<String, Value>> change) {
    change.accept(
        rows.stream()
            .filter(row -> Value.of(of.uscc).equals(row.get("uscc")) && which.test(row))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(title + ": no row of " + of.role)));
  }

  void edit(Enterprise of, Consumer<Map<String, Value>> change) {
    edit(of, _ -> true, change);
  }

  Table with(Column column) {
    var wider = new ArrayList<>(columns);
    wider.add(column);
    return new Table(title, wider, rows);
  }

  Table without(String field) {
    return new Table(
        title, columns.stream().filter(column -> !column.field().equals(field)).toList(), rows);
  }
}
