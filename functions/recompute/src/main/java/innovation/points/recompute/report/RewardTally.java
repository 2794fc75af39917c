package innovation.points.recompute.report;

import java.math.BigDecimal;

/**
 * One kind of reward.
 *
 * @param enterprises that are due it
 * @param amount yuan, two places
 */
record RewardTally(int enterprises, BigDecimal amount) {

  RewardTally and(RewardTally other) {
    return new RewardTally(enterprises + other.enterprises, amount.add(other.amount));
  }
}
