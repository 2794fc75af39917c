package innovation.points.acceptance.samplezone.form;

import innovation.points.acceptance.samplezone.enterprise.FormColumn;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A table as a department sees it in its spreadsheet.
 *
 * @param title the line above the header, in the forms that have one
 * @param rows by field name; a blank cell has no entry, a mistake is a text in place of a value
 */
public record FormTable(String title, List<FormColumn> columns, List<Map<String, Value>> rows) {

  /** The row of one enterprise before any mistake. */
  public static Map<String, Value> row(SampleEnterprise of, Map<String, Value> values) {
    var row = new LinkedHashMap<String, Value>();
    row.put("uscc", Value.of(of.uscc));
    row.put("name", Value.of(of.name));
    row.putAll(values);
    return row;
  }

  /** Changes the first row of one enterprise that the condition holds for. */
  public void edit(
      SampleEnterprise of,
      Predicate<Map<String, Value>> which,
      Consumer<Map<String, Value>> change) {
    change.accept(
        rows.stream()
            .filter(row -> Value.of(of.uscc).equals(row.get("uscc")) && which.test(row))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(title + ": no row of " + of.role)));
  }

  public void edit(SampleEnterprise of, Consumer<Map<String, Value>> change) {
    edit(of, _ -> true, change);
  }

  public FormTable with(FormColumn column) {
    var wider = new ArrayList<>(columns);
    wider.add(column);
    return new FormTable(title, wider, rows);
  }

  public FormTable without(String field) {
    return new FormTable(
        title, columns.stream().filter(column -> !column.field().equals(field)).toList(), rows);
  }
}
