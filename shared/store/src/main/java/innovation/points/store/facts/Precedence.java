package innovation.points.store.facts;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which value wins where several files have facts of one enterprise (四(一)): department over public
 * over enterprise; inside one class the later upload, and of two at the same moment the greater
 * key; a blank never wins over a value, and what a person has refused counts nowhere.
 * Per-enterprise datasets are decided field by field, line items with the same natural key whole.
 */
final class Precedence {

  /** The strongest contribution first. */
  private static final Comparator<Contribution> STRONGEST_FIRST =
      Comparator.comparing((Contribution c) -> SourceClass.of(c.file().source()))
          .thenComparing(c -> c.file().uploadedAt(), Comparator.reverseOrder())
          .thenComparing(c -> c.file().key(), Comparator.reverseOrder())
          .thenComparing(c -> c.rows().isEmpty() ? 0 : c.rows().getFirst().row());

  private final DatasetRules rules;

  Precedence(DatasetRules rules) {
    this.rules = rules;
  }

  EnterpriseFacts merge(String uscc, Collection<Contribution> contributions) {
    var years = new HashMap<Integer, YearMerge>();
    var items = new HashMap<String, Map<NaturalKey, LineItem>>();
    for (Contribution contribution : contributions.stream().sorted(STRONGEST_FIRST).toList()) {
      FileVersion file = contribution.file();
      if (rules.lineItems(file.dataset())) {
        addItems(items.computeIfAbsent(file.dataset(), _ -> new LinkedHashMap<>()), contribution);
      } else {
        years.computeIfAbsent(file.year(), _ -> new YearMerge()).add(contribution, rules);
      }
    }
    return new EnterpriseFacts(
        uscc,
        mapValues(years, YearMerge::facts),
        mapValues(items, merged -> List.copyOf(merged.values())));
  }

  private void addItems(Map<NaturalKey, LineItem> items, Contribution contribution) {
    FileVersion file = contribution.file();
    for (FactRow row : contribution.rows()) {
      if (row.refused()) {
        continue;
      }
      items.putIfAbsent(
          rules.naturalKey(file.dataset(), file.year(), row.values()),
          new LineItem(
              file.year(), slots(file.dataset(), row), source(file, row, row.confirmed())));
    }
  }

  private static Slots slots(String dataset, FactRow row) {
    var slots = new Slots.Builder(FactLayouts.load().items(dataset).layout());
    row.values().forEach(slots::put);
    return slots.build();
  }

  private static Source source(FileVersion file, FactRow row, boolean confirmed) {
    boolean own = SourceClass.of(file.source()) == SourceClass.ENTERPRISE;
    return new Source(file.key(), file.version(), row.row(), own && !confirmed);
  }

  private static <K, V, W> Map<K, W> mapValues(
      Map<K, V> map, java.util.function.Function<V, W> function) {
    var mapped = new HashMap<K, W>();
    map.forEach((key, value) -> mapped.put(key, function.apply(value)));
    return mapped;
  }

  /** One year's per-enterprise facts while contributions come in, the strongest first. */
  private static final class YearMerge {

    private static final String NAME = "name";

    private final YearFacts.Builder facts =
        new YearFacts.Builder(FactLayouts.load().year().layout());
    private final Set<String> listed = new HashSet<>();
    private boolean rosterNamed;

    void add(Contribution contribution, DatasetRules rules) {
      FileVersion file = contribution.file();
      if (rules.owns(file.source(), file.dataset())) {
        listed.add(file.dataset());
      }
      for (FactRow row : contribution.rows()) {
        row.values()
            .forEach(
                (field, value) -> {
                  if (!row.refused(field)) {
                    add(field, value, file.dataset(), source(file, row, row.confirmed(field)));
                  }
                });
      }
    }

    private void add(String field, Value value, String dataset, Source source) {
      // Every dataset has a name column; the roster's name wins, the others are used
      // where it has none.
      boolean name = field.equals(NAME) && dataset.equals(DatasetRules.ROSTER) && !rosterNamed;
      if (name || !facts.has(field)) {
        facts.put(field, value, source);
        rosterNamed |= name;
      }
    }

    YearFacts facts() {
      return facts.build(listed);
    }
  }
}
