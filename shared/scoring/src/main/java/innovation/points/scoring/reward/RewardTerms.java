package innovation.points.scoring.reward;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that the bureau sets for the rewards of a year (五(四), rules §9).
 *
 * @param share the share of the "up to" amounts that is paid, 0 to 1 (区级财力统筹)
 * @param announced ids of the rewards announced for the year (以公告为准); null: all
 * @param parks the parks (所属园区) whose enterprises are eligible (先主园区, 分园同步); null: all
 */
public record RewardTerms(
    BigDecimal share, @Nullable Set<String> announced, @Nullable Set<String> parks) {

  /** Every reward, in every park, paid in full. */
  public static final RewardTerms DEFAULT = new RewardTerms(BigDecimal.ONE, null, null);

  public RewardTerms {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("应为 0 到 1 之间的发放比例，实为 " + share.toPlainString());
    }
    announced = announced == null ? null : Set.copyOf(announced);
    parks = parks == null ? null : Set.copyOf(parks);
  }
}
