package innovation.points.lookup.publication;

import java.util.Map;
import java.util.TreeMap;

/**
 * The order of a ranking that a caller asks for: {@code ?sort=name}, or {@code -name} for the
 * reverse.
 */
record RankingOrder(By by, boolean reversed) {

  /** What it goes by. */
  enum By {
    RANK,
    STAGE,
    NAME,
    USCC
  }

  /** By rank. */
  static final RankingOrder STORED = new RankingOrder(By.RANK, false);

  /** By their names in {@code ?sort=}. */
  static final Map<String, RankingOrder> NAMES = names();

  private static Map<String, RankingOrder> names() {
    var orders = new TreeMap<String, RankingOrder>();
    Map.of("rank", By.RANK, "stage", By.STAGE, "name", By.NAME, "uscc", By.USCC)
        .forEach(
            (name, by) -> {
              orders.put(name, new RankingOrder(by, false));
              orders.put("-" + name, new RankingOrder(by, true));
            });
    return orders;
  }
}
