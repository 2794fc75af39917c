package innovation.points.scoring.rulebook;

import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the whole zone (四(三), 四(四)): what every enterprise of the roster contributes, added
 * up.
 *
 * @param unit of the figure
 */
public record Aggregate(String id, String name, String unit, Measure measure, Basis basis) {

  /** What one enterprise contributes. */
  public sealed interface Measure {

    /** The figures of enterprises that it reads. */
    default Stream<Field> fields() {
      return switch (this) {
        case Total(Field of) -> Stream.of(of);
        case Share(Field part, Field whole) -> Stream.of(part, whole);
        case Sum _, Count _, Having _ -> Stream.empty();
      };
    }

    /** A figure of its own. */
    record Total(Field of) implements Measure {}

    /** The sum of a part in percent of the sum of a whole, of enterprises that have both. */
    record Share(Field part, Field whole) implements Measure {}

    /**
     * The sum of a field over its items.
     *
     * @param once the field by which an item is one of the whole zone, so that it counts once
     *     whoever has it too; null where every item stands for itself
     */
    record Sum(Items items, String field, @Nullable String once) implements Measure {}

    /** The number of its items. */
    record Count(Items items) implements Measure {}

    /** 1 where it has an item of any of these. */
    record Having(List<Items> of) implements Measure {
      public Having {
        of = List.copyOf(of);
      }
    }
  }
}
