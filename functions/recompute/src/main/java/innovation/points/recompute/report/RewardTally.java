package innovation.points.recompute.report;

import java.math.BigDecimal;

/**
 * The tally of one kind of reward.
 *
 * @param enterprises number of enterprises that are due the reward
 * @param amount yuan, two decimals
 * @param most the largest part of the amount that one enterprise is due
 */
record RewardTally(int enterprises, BigDecimal amount, BigDecimal most) {

  /** Of a sum of which one enterprise has more than this, its own figure can be told. */
  private static final BigDecimal DOMINANT = new BigDecimal("0.8");

  static RewardTally of(BigDecimal amount) {
    return new RewardTally(1, amount, amount);
  }

  RewardTally and(RewardTally other) {
    return new RewardTally(
        enterprises + other.enterprises, amount.add(other.amount), most.max(other.most));
  }

  /**
   * How many enterprises the sum stands for where it is to be told: one where one has over 80 % of
   * it.
   */
  int told() {
    return most.compareTo(amount.multiply(DOMINANT)) > 0 ? 1 : enterprises;
  }
}
