package innovation.points.scoring.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Ranks enterprises within the stage and overall (rules §8), one after the other in display order.
 * The ranks are those that {@link Ranking} gives to all at once. Not thread-safe.
 */
public final class Places {

  private final TiedRanks all = new TiedRanks();
  private final Map<String, TiedRanks> stages = new HashMap<>();

  /**
   * The ranks of one enterprise.
   *
   * @param overall rank among all, from 1
   * @param stage rank within the stage, from 1
   */
  public record Place(int overall, int stage) {}

  /** The display order: by descending total, then by 统一社会信用代码. */
  public static <T> Comparator<T> order(ToDoubleFunction<T> total, Function<T, String> uscc) {
    return Comparator.<T>comparingLong(one -> -TiedRanks.whole(total.applyAsDouble(one)))
        .thenComparing(uscc);
  }

  /**
   * The ranks of the next enterprise.
   *
   * @param stage id
   * @param total as published, at most that of the enterprise before
   */
  public Place next(String stage, double total) {
    long whole = TiedRanks.whole(total);
    return new Place(
        all.next(whole), stages.computeIfAbsent(stage, _ -> new TiedRanks()).next(whole));
  }
}
