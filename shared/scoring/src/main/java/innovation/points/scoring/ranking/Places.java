package innovation.points.scoring.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Ranks within the stage and overall (rules §8) of enterprises that come one after the other in the
 * order in which they are shown; as {@link Ranking} gives them to all at once. Used by one thread.
 */
public final class Places {

  private final TiedRanks all = new TiedRanks();
  private final Map<String, TiedRanks> stages = new HashMap<>();

  /**
   * Where one stands.
   *
   * @param overall 1 is the best
   * @param stage 1 is the best of the stage
   */
  public record Place(int overall, int stage) {}

  /** The order in which enterprises are shown: by total, falling, then by 统一社会信用代码. */
  public static <T> Comparator<T> order(ToDoubleFunction<T> total, Function<T, String> uscc) {
    return Comparator.<T>comparingLong(one -> -TiedRanks.whole(total.applyAsDouble(one)))
        .thenComparing(uscc);
  }

  /**
   * The place of the next one.
   *
   * @param stage id
   * @param total as published, at most that of the one before
   */
  public Place next(String stage, double total) {
    long whole = TiedRanks.whole(total);
    return new Place(
        all.next(whole), stages.computeIfAbsent(stage, _ -> new TiedRanks()).next(whole));
  }
}
