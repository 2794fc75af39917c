package innovation.points.store.facts;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Layout.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which field of the catalogue stands in which slot: one layout for the facts of a year, one for
 * the items of each line-item dataset. In the tables fields and datasets go by their ordinals,
 * which outlive every layout. Immutable.
 */
public final class FactLayouts {

  private final Shelf year;
  private final Map<String, Shelf> items = new HashMap<>();
  private final List<Dataset> datasets;

  /** A layout with the catalogue's fields in its slots. */
  public record Shelf(Layout layout, List<Field> fields) {
    private static Shelf of(List<Field> fields) {
      return new Shelf(
          new Layout(
              fields.stream()
                  .map(one -> new Layout.Slot(one.name(), kind(one.type()), one.options()))
                  .toList()),
          List.copyOf(fields));
    }

    private static Kind kind(FieldType type) {
      return switch (type) {
        case NUMBER, INTEGER -> Kind.AMOUNT;
        case BOOLEAN -> Kind.FLAG;
        case DATE -> Kind.DAY;
        case STRING, ENUM, CODE, USCC -> Kind.TEXT;
      };
    }
  }

  private static final class Holder {
    static final FactLayouts LAYOUTS = new FactLayouts(Catalogue.load());
  }

  private FactLayouts(Catalogue catalogue) {
    Map<Integer, Field> ofYear = new TreeMap<>();
    this.datasets =
        catalogue.datasets().stream().sorted(Comparator.comparingInt(Dataset::ordinal)).toList();
    for (Dataset dataset : datasets) {
      List<Field> fields =
          dataset.fields().stream().filter(one -> one.type() != FieldType.USCC).toList();
      if (dataset.shape() == Shape.LINE_ITEMS) {
        items.put(dataset.id(), Shelf.of(fields));
      } else {
        fields.forEach(one -> ofYear.putIfAbsent(one.ordinal(), one));
      }
    }
    this.year = Shelf.of(List.copyOf(ofYear.values()));
  }

  /** Of the catalogue; made when first asked for. */
  public static FactLayouts load() {
    return Holder.LAYOUTS;
  }

  /** Of the facts of a year, from all datasets with one row an enterprise. */
  public Shelf year() {
    return year;
  }

  /** Of the items of a dataset. */
  public Shelf items(String dataset) {
    Shelf shelf = items.get(dataset);
    if (shelf == null) {
      throw new IllegalStateException("expected a dataset with line items, found " + dataset);
    }
    return shelf;
  }

  /** All datasets by ordinal. */
  public List<Dataset> datasets() {
    return datasets;
  }
}
