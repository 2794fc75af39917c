package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Layout;
import innovation.points.store.facts.FactLayouts;
import innovation.points.store.facts.FactLayouts.Shelf;
import java.util.List;

/**
 * The slots of the catalogue's fields by the ordinals under which stored facts have them. A field
 * stands in one layout only, but for the name, which no rule reads.
 */
final class FieldsByOrdinal {
  /** Of the facts of a year. */
  static final Layout YEAR = FactLayouts.load().year().layout();

  private static final int MOST = 256;

  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final int[] SLOTS = new int[MOST];
  private static final Layout[] ITEMS = new Layout[LAYOUTS.datasets().size()];

  static {
    for (Dataset dataset : LAYOUTS.datasets()) {
      Shelf shelf =
          dataset.shape() == Shape.LINE_ITEMS ? LAYOUTS.items(dataset.id()) : LAYOUTS.year();
      ITEMS[dataset.ordinal()] = shelf.layout();
      for (int slot = 0; slot < shelf.fields().size(); slot++) {
        Field field = shelf.fields().get(slot);
        SLOTS[field.ordinal()] = slot;
      }
    }
  }

  private FieldsByOrdinal() {}

  static int slot(int ordinal) {
    return SLOTS[ordinal];
  }

  /** The layout of the items of a dataset. */
  static Layout items(int dataset) {
    return ITEMS[dataset];
  }

  static String dataset(int ordinal) {
    return LAYOUTS.datasets().get(ordinal).id();
  }

  /** The ids of all datasets by ordinal. */
  static List<String> datasets() {
    return LAYOUTS.datasets().stream().map(Dataset::id).toList();
  }
}
