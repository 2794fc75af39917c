package innovation.points.scoring.advice;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hypothetical facts of one year. They come from no file: results computed from them name {@code
 * simulation} as the source.
 *
 * @param figures by field of a per-enterprise dataset; an empty value makes the figure unknown
 * @param items to add, by line-item dataset; the values of each by field
 */
public record Changes(
    Map<String, Optional<Value>> figures, Map<String, List<Map<String, Value>>> items) {

  private static final Source SUPPOSED = new Source("simulation", "", 0);

  public static final Changes NONE = new Changes(Map.of(), Map.of());

  public Changes {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    var copied = new LinkedHashMap<String, List<Map<String, Value>>>();
    items.forEach(
        (dataset, rows) ->
            copied.put(
                dataset,
                rows.stream()
                    .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                    .toList()));
    items = Collections.unmodifiableMap(copied);
  }

  /** The input with the changes applied to the facts of its year. */
  public ScoringInput applyTo(ScoringInput input) {
    EnterpriseFacts facts = input.facts();
    int year = input.year();
    var years = new HashMap<>(facts.years());
    years.put(year, facts.year(year).with(figures, SUPPOSED));
    var all = new HashMap<>(facts.items());
    items.forEach(
        (dataset, rows) -> {
          var more = new ArrayList<>(facts.items(dataset));
          rows.forEach(row -> more.add(new LineItem(year, row, SUPPOSED)));
          all.put(dataset, more);
        });
    return new ScoringInput(
        year,
        new EnterpriseFacts(facts.uscc(), years, all),
        input.deliveries(),
        input.publishedStages());
  }
}
