package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.advice.Advice;
import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.StoredJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step that was tried through the scorer (contract §3).
 *
 * @param step in words, {@code +1 件}
 * @param changes as a simulation takes them: by field, and {@code items} by dataset
 * @param points that the indicator gains
 * @param total that the total of a simulation of exactly the changes is above that without any
 * @param stage the stage after it
 * @param rare fewer than a tenth of the stage's enterprises have got there; left out where not
 */
record WeakPoint(
    String indicator,
    String name,
    String step,
    Map<String, Object> changes,
    double points,
    double total,
    String stage,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean rare) {

  private static final String RARE = "（本阶段达到的企业不足一成）";

  /**
   * A bound of a stage beyond which the total is lower.
   *
   * @param total what the total changes by, below 0
   */
  record Warning(
      Map<String, Object> changes, String stage, double total, List<String> because, String text) {
    static Warning of(Advice.Warning warning) {
      return new Warning(
          json(warning.changes()),
          warning.stage(),
          warning.total(),
          warning.because(),
          warning.text());
    }
  }

  static WeakPoint of(Advice.Step step) {
    return new WeakPoint(
        step.indicator(),
        step.name(),
        step.rare() ? step.words() + RARE : step.words(),
        json(step.changes()),
        step.points(),
        step.total(),
        step.stage(),
        step.rare());
  }

  private static Map<String, Object> json(Changes changes) {
    var json = new LinkedHashMap<String, Object>();
    changes
        .figures()
        .forEach((field, value) -> value.ifPresent(one -> json.put(field, StoredJson.node(one))));
    if (!changes.items().isEmpty()) {
      var items = new LinkedHashMap<String, List<Map<String, JsonNode>>>();
      changes
          .items()
          .forEach(
              (dataset, rows) -> items.put(dataset, rows.stream().map(WeakPoint::row).toList()));
      json.put(SupposedFigures.ITEMS, items);
    }
    return json;
  }

  private static Map<String, JsonNode> row(Map<String, Value> values) {
    var row = new LinkedHashMap<String, JsonNode>();
    values.forEach((field, value) -> row.put(field, StoredJson.node(value)));
    return row;
  }
}
