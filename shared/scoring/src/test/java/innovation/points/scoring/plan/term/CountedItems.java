package innovation.points.scoring.plan.term;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Enterprises with items, for the operators that count them. */
final class CountedItems {
  static final int YEAR = 2025;

  /** Its items are missing where it was not delivered, and those of other years do not count. */
  static final String CONTRACTS = "technology-contracts";

  /** Without items it has none, delivered or not. */
  static final String RECORDS = "innovation-records";

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");

  private final Selections selections = new Selections(RULEBOOK.dates());

  /** The items of a dataset whose kind is one of these; of any kind where none is named. */
  Selection of(String dataset, String... kinds) {
    List<Value> wanted = new ArrayList<>();
    for (String kind : kinds) {
      wanted.add(Value.of(kind));
    }
    return selections.of(
        new Items(
            dataset(dataset),
            wanted.isEmpty() ? Map.of() : Map.of("kind", wanted),
            Map.of(),
            null,
            null));
  }

  private static Rulebook.Dataset dataset(String id) {
    return RULEBOOK.datasets().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** An enterprise with items of one dataset, which was delivered. */
  Subject with(String dataset, LineItem... items) {
    return subject(Map.of(dataset, List.of(items)), Set.of(dataset));
  }

  /** An enterprise of whose items nothing was delivered. */
  Subject undelivered() {
    return subject(Map.of(), Set.of());
  }

  private Subject subject(Map<String, List<LineItem>> items, Set<String> delivered) {
    return new Subject(
        selections,
        new ScoringInput(
            YEAR,
            new EnterpriseFacts("x", Map.of(), items),
            new Deliveries(Map.of(YEAR, delivered)),
            Map.of()));
  }

  static LineItem item(int year, Map<String, Value> values) {
    return new LineItem(year, values, new Source("uploads/a", "v1", 2));
  }

  static LineItem contract(String kind, double amount) {
    return item(YEAR, Map.of("kind", Value.of(kind), "amount", Value.of(amount)));
  }

  static LineItem record(String kind, String level) {
    return item(YEAR - 3, Map.of("kind", Value.of(kind), "level", Value.of(level)));
  }
}
