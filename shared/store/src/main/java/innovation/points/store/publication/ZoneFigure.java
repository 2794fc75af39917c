package innovation.points.store.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.store.table.StoredLists;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the zone in one generation, of all enterprises of the roster or of a group, as it may
 * be disclosed (四(三), 四(四)). Written by the run, in the order in which they are shown.
 *
 * @param aggregate id in the rulebook
 * @param name as the rulebook of the generation has it
 * @param id of the stage, cluster, park or division; null for all, and for the enterprises without
 *     one
 * @param value in {@code unit}; null where it is suppressed, and where nobody's figure is known
 * @param suppressed whether it would tell the figure of an enterprise
 */
public record ZoneFigure(
    String aggregate,
    String name,
    String unit,
    By by,
    @Nullable String id,
    @Nullable Double value,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {

  /** The figures of a generation. */
  public static final StoredLists.Kind<ZoneFigure> OF_GENERATION =
      new StoredLists.Kind<>("zone-figures", ZoneFigure.class);

  /** What a group is made by. */
  public enum By {
    ALL,
    STAGE,
    CLUSTER,
    PARK,
    INDUSTRY
  }
}
