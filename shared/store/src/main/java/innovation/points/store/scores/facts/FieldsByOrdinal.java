package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Layout;
import innovation.points.store.facts.FactLayouts;
import innovation.points.store.facts.FactLayouts.Shelf;

/**
 * The fields of the catalogue by the ordinals under which stored facts have them: what a value is
 * and its slot. A field stands in one layout only, but for the name, which no rule reads.
 */
final class FieldsByOrdinal {
  private static final int MOST = 256;

  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final int[] SLOTS = new int[MOST];
  private static final Layout.Kind[] KINDS = new Layout.Kind[MOST];

  static {
    for (Dataset dataset : LAYOUTS.datasets()) {
      Shelf shelf =
          dataset.shape() == Shape.LINE_ITEMS ? LAYOUTS.items(dataset.id()) : LAYOUTS.year();
      for (int slot = 0; slot < shelf.fields().size(); slot++) {
        Field field = shelf.fields().get(slot);
        SLOTS[field.ordinal()] = slot;
        KINDS[field.ordinal()] = shelf.layout().kind(slot);
      }
    }
  }

  private FieldsByOrdinal() {}

  static int slot(int ordinal) {
    return SLOTS[ordinal];
  }

  static Layout.Kind kind(int ordinal) {
    return KINDS[ordinal];
  }
}
