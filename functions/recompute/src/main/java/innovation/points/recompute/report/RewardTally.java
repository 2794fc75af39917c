package innovation.points.recompute.report;

import java.math.BigDecimal;

/**
 * The tally of one kind of reward.
 *
 * @param enterprises number of enterprises that are due the reward
 * @param amount yuan, two decimals
 */
record RewardTally(int enterprises, BigDecimal amount) {

  RewardTally and(RewardTally other) {
    return new RewardTally(enterprises + other.enterprises, amount.add(other.amount));
  }
}
