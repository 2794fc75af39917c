package innovation.points.recompute.order;

import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rewards.RewardRule;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a year's rewards as the bureau orders them (rules §9).
 *
 * @param share of the "up to" amounts that is paid, 0 to 1, at most four decimals; null: in full
 * @param announced ids of the rewards announced for the year; null: all
 * @param parks the parks they run in; null: all
 */
record RewardsBody(
    @Nullable BigDecimal share, @Nullable List<String> announced, @Nullable List<String> parks) {

  private static final int DECIMALS = 4;

  /**
   * The same, checked.
   *
   * @param known the rewards there are
   * @throws ProblemException 400 with all that is wrong
   */
  RewardTerms terms(List<RewardRule> known) {
    var faults = new ArrayList<Fault>();
    if (share != null && !fits(share)) {
      faults.add(
          new Fault(
              "body",
              "/rewards/share",
              "字段 rewards.share 应为 0 到 1 之间的发放比例（最多四位小数），收到：" + share.toPlainString()));
    }
    List<String> ids = known.stream().map(RewardRule::id).toList();
    if (announced != null) {
      for (String id : announced) {
        if (!ids.contains(id)) {
          faults.add(
              new Fault(
                  "body",
                  "/rewards/announced",
                  "没有奖励 %s，现有：%s".formatted(id, String.join("、", ids))));
        }
      }
    }
    if (parks != null && parks.stream().anyMatch(String::isBlank)) {
      faults.add(new Fault("body", "/rewards/parks", "字段 rewards.parks 中的园区名称不能为空白"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return new RewardTerms(
        share == null ? BigDecimal.ONE : share,
        announced == null ? null : Set.copyOf(announced),
        parks == null ? null : Set.copyOf(parks));
  }

  private static boolean fits(BigDecimal share) {
    return share.signum() >= 0
        && share.compareTo(BigDecimal.ONE) <= 0
        && share.stripTrailingZeros().scale() <= DECIMALS;
  }
}
