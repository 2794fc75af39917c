package innovation.points.lookup.portrait;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise stands among the published ones of its stage. Points only: the figures of
 * other enterprises are confidential.
 *
 * @param enterprises how many the stage has
 */
record Peers(
    String stage,
    int enterprises,
    Position total,
    List<Category> categories,
    List<Indicator> indicators) {

  /**
   * One score among those of the peers.
   *
   * @param own null where there is none
   * @param percentile the share of the peers that have no more, 0 to 100; null where there is none
   * @param quartiles first, second (the median) and third of the peers
   */
  record Position(@Nullable Double own, @Nullable Double percentile, List<Double> quartiles) {}

  record Category(String id, Position points) {}

  record Indicator(String id, String name, Position points) {}
}
