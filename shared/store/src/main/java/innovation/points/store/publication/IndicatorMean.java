package innovation.points.store.publication;

import innovation.points.store.table.StoredLists;
import org.jspecify.annotations.Nullable;

/**
 * How the ranked enterprises of one generation did at an indicator. Written by the run, in the
 * rulebook's order.
 *
 * @param mean mean points; null where fewer than three are ranked
 * @param rate mean points as a share of the full points, 0 to 1; null where {@code mean} is
 */
public record IndicatorMean(
    String id, String name, double fullPoints, @Nullable Double mean, @Nullable Double rate) {

  /** The indicators of a generation. */
  public static final StoredLists.Kind<IndicatorMean> OF_GENERATION =
      new StoredLists.Kind<>("indicator-means", IndicatorMean.class);
}
