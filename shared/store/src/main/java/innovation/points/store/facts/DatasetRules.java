package innovation.points.store.facts;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Spelling;
import innovation.points.scoring.facts.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the merge needs to know of the datasets (contract §2). */
final class DatasetRules {

  static final String ROSTER = "enterprises";

  private final Supplier<Catalogue> catalogue;

  /**
   * @param catalogue loaded when first needed: readers of scores alone do not need it
   */
  DatasetRules(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  boolean lineItems(String dataset) {
    return dataset(dataset).shape() == Shape.LINE_ITEMS;
  }

  boolean owns(String source, String dataset) {
    return dataset(dataset).isOf(source);
  }

  NaturalKey naturalKey(String dataset, int year, Map<String, Value> values) {
    Dataset found = dataset(dataset);
    return new NaturalKey(
        found.keyedByYear() ? Optional.of(year) : Optional.empty(),
        // The code of the enterprise is part of every key, and the same in all of these.
        found.naturalKey().stream().map(field -> part(found, field, values)).toList());
  }

  private static Optional<Value> part(Dataset dataset, String name, Map<String, Value> values) {
    boolean number =
        dataset.field(name).filter(field -> field.type() == FieldType.CODE).isPresent();
    return number && values.get(name) instanceof Value.Text(String text)
        ? Optional.of(Value.of(Spelling.of(text)))
        : Optional.ofNullable(values.get(name));
  }

  private Dataset dataset(String id) {
    return catalogue
        .get()
        .dataset(id)
        .orElseThrow(
            () -> new IllegalStateException("expected facts of the catalogue, found " + id));
  }
}
