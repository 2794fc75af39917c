package innovation.points.scoring.rulebook;

import innovation.points.scoring.rulebook.Rulebook.Field;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rewards (五(四), rules §9).
 *
 * @param to {@code scored}, {@code incomplete}: the results that are eligible
 * @param park the field of the enterprise's park
 * @param yuanPerUnit yuan per unit of contract amounts
 * @param places decimals of a yuan, half to even
 * @param byRank the money that is divided by ranks; null where the rulebook has none
 */
public record Rewards(
    List<String> to,
    Field park,
    BigDecimal yuanPerUnit,
    int places,
    @Nullable ByRank byRank,
    List<RewardRule> rules,
    Basis basis) {
  public Rewards {
    to = List.copyOf(to);
    rules = List.copyOf(rules);
  }

  /** Money for those in front, which the zone divides year by year. */
  public record ByRank(String name, Basis basis) {}

  /**
   * One reward.
   *
   * @param once the field of an item by which it is one of the whole zone: an item that two
   *     enterprises have pays neither until it is settled; null where every item stands for itself
   * @param upTo whether the year's share applies to the amount
   */
  public record RewardRule(
      String id,
      String name,
      Items items,
      RewardAmount amount,
      @Nullable String once,
      boolean upTo,
      Basis basis) {}

  /** The amount of a reward. */
  public sealed interface RewardAmount {
    /** Yuan, once, where there is an item. */
    record Fixed(BigDecimal yuan) implements RewardAmount {}

    /**
     * Yuan, once, where each of the last years, up to the evaluation year, has a dated item.
     *
     * @param dated the field with the date
     */
    record FixedForYears(BigDecimal yuan, String dated, int years) implements RewardAmount {}

    /**
     * A share of a field of every item.
     *
     * @param percent of the field
     * @param eachAtMost limit in yuan per item
     * @param atMost limit in yuan in total
     */
    record Share(String field, BigDecimal percent, BigDecimal eachAtMost, BigDecimal atMost)
        implements RewardAmount {}
  }
}
