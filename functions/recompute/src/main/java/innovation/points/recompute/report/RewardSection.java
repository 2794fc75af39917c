package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Reward;
import innovation.points.recompute.report.AnalysisReport.Rewards;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rewards.RewardRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 八、奖励 (五(四)), as sums: the rewards of a single enterprise are confidential. */
final class RewardSection {

  private RewardSection() {}

  static Rewards of(ReportTally tally, ReportTerms terms) {
    Set<String> hidden = hidden(tally);
    List<Reward> kinds =
        terms.rulebook().rewards().rules().stream()
            .filter(rule -> tally.rewards().containsKey(rule.id()))
            .map(rule -> kind(rule, tally.rewards().get(rule.id()), hidden.contains(rule.id())))
            .toList();
    BigDecimal told =
        kinds.stream()
            .map(Reward::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean few = SmallGroups.isSmall(tally.rewarded());
    // With the sum of all, the hidden ones could be found by subtraction.
    BigDecimal sum = few || !hidden.isEmpty() ? null : told;
    return new Rewards(
        text(tally.rewarded(), told, kinds, terms), few ? null : tally.rewarded(), sum, kinds);
  }

  private static Set<String> hidden(ReportTally tally) {
    var ids = List.copyOf(tally.rewards().keySet());
    List<Integer> sizes = tally.rewards().values().stream().map(RewardTally::told).toList();
    return SmallGroups.hiddenOverlapping(sizes).stream().map(ids::get).collect(Collectors.toSet());
  }

  private static Reward kind(RewardRule rule, @Nullable RewardTally tally, boolean hidden) {
    RewardTally found =
        tally == null ? new RewardTally(0, BigDecimal.ZERO, BigDecimal.ZERO) : tally;
    String cite = rule.basis().cite();
    return new Reward(
        rule.id(),
        rule.name(),
        cite == null ? "" : cite,
        hidden ? null : found.enterprises(),
        hidden ? null : found.amount());
  }

  private static List<String> text(
      int enterprises, BigDecimal told, List<Reward> kinds, ReportTerms terms) {
    if (enterprises == 0) {
      return List.of("本年度没有符合条件的奖励事项。");
    }
    boolean some = kinds.stream().anyMatch(kind -> kind.amount() == null);
    var text = new ArrayList<String>();
    text.add(
        "按 %s 测算，%d 年度符合奖励条件的企业%s。"
            .formatted(
                Analysis.document(terms.rulebook()),
                terms.year(),
                SmallGroups.isSmall(enterprises)
                    ? "不足 %d 家，不公布家数和金额".formatted(SmallGroups.LEAST)
                    : (some ? " %d 家，公布金额的各类奖励合计 %s" : " %d 家，合计 %s")
                        .formatted(enterprises, Wording.tenThousands(told))));
    text.add(
        "“最高”类奖励按 %s 计算；金额为测算数，以公告和实际兑付为准。"
            .formatted(Wording.percent(terms.rewards().share().doubleValue())));
    if (some) {
      text.add("不足 3 家企业或者一家占八成以上的奖励不公布家数和金额；为防止推算，必要时家数最少的其他奖励同样处理，也不公布全部奖励的合计。");
    }
    return text;
  }
}
