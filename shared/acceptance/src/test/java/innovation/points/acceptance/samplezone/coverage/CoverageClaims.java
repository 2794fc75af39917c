package innovation.points.acceptance.samplezone.coverage;

import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All rules of the notice that the sample zone must show. */
final class CoverageClaims {
  private static final List<String> INDICATORS =
      List.of(
          "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2",
          "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "3.1", "3.2", "3.3", "3.4",
          "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15");

  /** Yes or no, without values in between. */
  private static final Set<String> YES_OR_NO = Set.of("3.9", "3.13", "3.14");

  /** Counts of records are 0 without records, and without 2.2 (revenue) there is no stage. */
  private static final Set<String> NEVER_MISSING =
      Set.of(
          "2.2", "3.2", "3.3", "3.4", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.13", "3.14");

  private static final List<String> WITH_A_BASE =
      List.of("1.2", "1.3", "1.4", "2.3", "2.4", "2.6", "2.7", "2.8", "2.10");

  private CoverageClaims() {}

  static List<CoverageClaim> all() {
    return Stream.of(
            stages(),
            indicators(),
            figures(),
            negativeList(),
            bonus(),
            decay(),
            rewards(),
            sources())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CoverageClaim> stages() {
    return List.of(
        CoverageClaim.of("表1 满 4 年", "stage-four-full-years", s -> s.stage("growth")),
        CoverageClaim.of("表1 差一天满 4 年", "stage-a-day-short-of-four-years", s -> s.stage("startup")),
        CoverageClaim.of("表1 收入 1999.99", "stage-revenue-1999.99", s -> s.stage("growth")),
        CoverageClaim.of("表1 收入 2000", "stage-revenue-2000", s -> s.stage("expansion")),
        CoverageClaim.of("表1 收入 9999.99", "stage-revenue-9999.99", s -> s.stage("expansion")),
        CoverageClaim.of("表1 收入 10000", "stage-revenue-10000", s -> s.stage("mature")),
        CoverageClaim.of("表1 三年即扩张", "stage-young-expansion", s -> s.stage("expansion")),
        CoverageClaim.of("§2 缺收入", "incomplete-revenue-blank", s -> s.incompleteFor("revenue")),
        CoverageClaim.of("§2 未报经营情况", "incomplete-no-operations", s -> s.incompleteFor("revenue")),
        CoverageClaim.of("§2 错行被退回", "mistake-text-in-a-number", s -> s.incompleteFor("revenue")),
        CoverageClaim.of("三(一) 2025 年进入名录", "roster-joined-2025", s -> s.scored(_ -> true)),
        CoverageClaim.of("三(一) 2025 年退出名录", "roster-left-after-2024", s -> s.scored(_ -> true))
            .in(2024));
  }

  private static List<CoverageClaim> indicators() {
    var claims = new ArrayList<CoverageClaim>();
    for (String id : INDICATORS) {
      claims.add(
          points("表6 " + id + " 零分", id, i -> i.outcome() == Outcome.SCORED && i.points() == 0));
      claims.add(points("表6 " + id + " 满分", id, i -> i.points() == i.fullPoints()));
      if (!YES_OR_NO.contains(id)) {
        claims.add(
            points("表6 " + id + " 部分得分", id, i -> i.points() > 0 && i.points() < i.fullPoints()));
      }
      if (!NEVER_MISSING.contains(id)) {
        // The contract register was not connected in 2023.
        int year = id.equals("1.7") || id.equals("1.8") ? 2023 : 2025;
        claims.add(CoverageClaim.anybody("§3 " + id + " 缺数", s -> s.missing(id)).in(year));
      }
    }
    for (String id : WITH_A_BASE) {
      claims.add(CoverageClaim.anybody("§3 " + id + " 基数不为正", s -> s.baseNotPositive(id)));
    }
    return claims;
  }

  private static CoverageClaim points(String rule, String id, Predicate<IndicatorScore> what) {
    return CoverageClaim.anybody(rule, s -> s.indicator(id, what));
  }

  private static List<CoverageClaim> figures() {
    return List.of(
        CoverageClaim.of(
            "§3 1.3 无收入时按支出",
            "research-before-revenue",
            s -> s.value("1.3", 120 / 260.0 * 100 / 5)),
        CoverageClaim.of("§3 扭亏不计增速", "base-loss-turned-to-profit", s -> s.baseNotPositive("2.8")),
        CoverageClaim.of(
            "§3 2.6 年初取上年年末",
            "opening-net-assets-from-the-year-before",
            s -> s.from("2.6", "/operations/2024/")),
        CoverageClaim.of("§3 2.6 年初不明", "opening-net-assets-unknown", s -> s.missing("2.6")),
        CoverageClaim.of(
            "§3 覆盖率不足",
            "missing-low-coverage",
            s ->
                s.rank() == null
                    && s.scored(scored -> !scored.ranked() && scored.coverage() < 2 / 3.0)),
        CoverageClaim.of("§8 并列", "tie-first", s -> s.scored(_ -> true)));
  }

  private static List<CoverageClaim> negativeList() {
    return List.of(
        CoverageClaim.of("表3-1 经营异常", "excluded-abnormal", s -> s.excludedFor("credit")),
        CoverageClaim.of("表3-1 严重违法失信", "excluded-dishonest", s -> s.excludedFor("credit")),
        CoverageClaim.of(
            "表3-2 环境不良", "excluded-environment", s -> s.excludedFor("environment-bad")),
        CoverageClaim.of("表3-3 安全事故", "excluded-accident", s -> s.excludedFor("safety")),
        CoverageClaim.of("表3-3 群体性事件", "excluded-mass-incident", s -> s.excludedFor("safety")),
        CoverageClaim.of(
            "表3 多项",
            "excluded-for-everything",
            s -> s.excludedFor("credit", "environment-bad", "safety")),
        CoverageClaim.of(
            "§4 排除先于缺数",
            "excluded-without-stage",
            s -> s.evaluation() instanceof Excluded excluded && excluded.stage() == null),
        CoverageClaim.of("表3-1 仅当年", "excluded-in-2024-only", s -> s.excludedFor("credit"))
            .in(2024),
        CoverageClaim.of("表3-1 次年恢复", "excluded-in-2024-only", s -> s.scored(_ -> true)),
        CoverageClaim.of(
            "表3-2 环境警示", "environment-warning", s -> s.deducted("environment-warning", -5)),
        CoverageClaim.of(
            "§4 未报负面清单",
            "unreported",
            s ->
                s.evaluation().unreported().containsAll(Set.of("credit", "environment", "safety"))),
        CoverageClaim.of("表3-4 高企失效", "high-tech-lapsed", s -> s.deducted("high-tech-lapsed", -5)),
        CoverageClaim.of("表3-4 高企失效当年", "high-tech-lapsed", s -> s.deducted("high-tech-lapsed", -5))
            .in(2024),
        CoverageClaim.of("表3-4 中小失效", "tech-sme-lapsed", s -> s.deducted("tech-sme-lapsed", -3)),
        CoverageClaim.of(
            "表3-4 超出评价范围", "high-tech-out-of-scope", s -> s.deducted("high-tech-lapsed", 0)),
        CoverageClaim.of(
                "表3-4 恢复前",
                "high-tech-lapsed-and-restored",
                s -> s.deducted("high-tech-lapsed", -5))
            .in(2024),
        CoverageClaim.of(
            "表3-4 恢复后", "high-tech-lapsed-and-restored", s -> s.deducted("high-tech-lapsed", 0)),
        CoverageClaim.of(
            "表3-5 国家级", "platform-revoked-national", s -> s.deducted("platform-revoked", -5)),
        CoverageClaim.of(
            "表3-5 省级", "platform-revoked-provincial", s -> s.deducted("platform-revoked", -2)),
        CoverageClaim.of(
            "表3-5 市级", "platform-revoked-municipal", s -> s.deducted("platform-revoked", -1)),
        CoverageClaim.of(
            "表3-5 各级累加", "platform-revoked-every-level", s -> s.deducted("platform-revoked", -8)),
        CoverageClaim.of(
            "表3-5 同级一次",
            "platform-revoked-twice-at-a-level",
            s -> s.deducted("platform-revoked", -2)),
        CoverageClaim.of(
                "表3-5 恢复前",
                "platform-revoked-and-restored",
                s -> s.deducted("platform-revoked", -2))
            .in(2024),
        CoverageClaim.of(
            "表3-5 恢复后", "platform-revoked-and-restored", s -> s.deducted("platform-revoked", 0)),
        CoverageClaim.of(
            "§7 不低于 0",
            "deductions-eat-the-score",
            s ->
                s.scored(
                    scored ->
                        scored.total() == 0
                            && scored.weighted() > 0
                            && scored.deductions().stream().mapToDouble(d -> d.points()).sum()
                                == -21)));
  }

  private static List<CoverageClaim> bonus() {
    return List.of(
        CoverageClaim.of("表5 国家级", "bonus-national", s -> s.bonus(3)),
        CoverageClaim.of("表5 省级", "bonus-provincial", s -> s.bonus(2)),
        CoverageClaim.of("表5 市级, 当年最后一天", "bonus-municipal", s -> s.bonus(1)),
        CoverageClaim.of("表5 上年不计", "bonus-of-last-year", s -> s.bonus(0)),
        CoverageClaim.of("表5 上年当年计", "bonus-of-last-year", s -> s.bonus(2)).in(2024),
        CoverageClaim.of("表5 各级累加, 同级一次", "bonus-every-level", s -> s.bonus(6)));
  }

  private static List<CoverageClaim> decay() {
    var stay9 = Seen.decay("growth-stay", 0.9);
    var stay14 = Seen.decay("growth-stay", 0.7);
    var one = Seen.decay("downgrade", 0.9);
    var two = Seen.decay("downgrade", 0.7);
    return List.of(
        CoverageClaim.of("表4-1 满 9 年", "growth-stay-nine-years", s -> s.decays(stay9)),
        CoverageClaim.of("表4-1 差一天满 9 年", "growth-stay-a-day-short-of-nine", s -> s.decays()),
        CoverageClaim.of("表4-1 满 14 年", "growth-stay-fourteen-years", s -> s.decays(stay14)),
        CoverageClaim.of(
            "表4-2 满 5 年",
            "expansion-stay-five-years",
            s -> s.decays(Seen.decay("expansion-stay", 0.9))),
        CoverageClaim.of("表4-2 满 4 年", "expansion-stay-four-years", s -> s.decays()),
        CoverageClaim.of(
            "表4-2 满 10 年",
            "expansion-stay-ten-years",
            s -> s.decays(Seen.decay("expansion-stay", 0.7))),
        CoverageClaim.of(
            "§6 不明年份不中断",
            "expansion-stay-over-a-gap",
            s -> s.decays(Seen.decay("expansion-stay", 0.9))),
        CoverageClaim.of("§6 其他阶段中断", "expansion-stay-broken", s -> s.decays()),
        CoverageClaim.of("表4-3 降一档", "downgrade-one-step", s -> s.decays(one)),
        CoverageClaim.of("表4-3 一次降两档", "downgrade-two-steps-at-once", s -> s.decays(two)),
        CoverageClaim.of(
            "表4-3 连续降两档, 叠乘", "downgrade-two-years-running", s -> s.decays(stay9, two)),
        CoverageClaim.of("表4-3 连降首年", "downgrade-two-years-running", s -> s.decays(one)).in(2024),
        CoverageClaim.of("§6 只在降档当年", "downgrade-the-year-before", s -> s.decays()),
        CoverageClaim.of("表4-3 上年降档", "downgrade-the-year-before", s -> s.decays(one)).in(2024),
        CoverageClaim.of("§6 不满 4 年扩张到初创算一档", "downgrade-past-a-closed-stage", s -> s.decays(one)),
        CoverageClaim.of("§6 未开放阶段视为不明", "downgrade-from-a-closed-stage", s -> s.decays()),
        CoverageClaim.of("§6 取历年评价阶段", "downgrade-from-stage-history", s -> s.decays(one)),
        CoverageClaim.of("§6 2023 年前的阶段", "downgrade-in-2023", s -> s.decays(two)).in(2023));
  }

  private static List<CoverageClaim> rewards() {
    return List.of(
        CoverageClaim.of(
            "五(四) 高企, 一次", "reward-high-tech-once", s -> s.rewarded("high-tech", 100_000)),
        CoverageClaim.of(
            "五(四) 中小连续三年", "reward-tech-sme-three-years", s -> s.rewarded("tech-sme", 10_000)),
        CoverageClaim.of(
            "五(四) 中小未连续", "reward-tech-sme-with-a-gap", s -> s.rewarded("tech-sme", 0)),
        CoverageClaim.of("五(四) 境外", "reward-overseas", s -> s.rewarded("overseas", 100_000)),
        CoverageClaim.of(
            "五(四) 中试基地", "reward-pilot-base", s -> s.rewarded("provincial-platform", 500_000)),
        CoverageClaim.of(
            "五(四) 产业研究院",
            "reward-industry-institute",
            s -> s.rewarded("provincial-platform", 500_000)),
        CoverageClaim.of(
            "五(四) 新型研发机构, 一次",
            "reward-new-research-institute",
            s -> s.rewarded("provincial-platform", 500_000)),
        CoverageClaim.of(
            "五(四) 单项合同封顶", "reward-contract-cap", s -> s.rewarded("contracts", 150_000)),
        CoverageClaim.of(
            "五(四) 单位封顶", "reward-enterprise-cap", s -> s.rewarded("contracts", 500_000)),
        CoverageClaim.of("§9 技术许可不奖", "reward-licences-only", s -> s.rewarded("contracts", 0)),
        CoverageClaim.of(
            "§9 排除者不奖",
            "reward-none-when-excluded",
            s -> s.rewards().isEmpty() && s.excludedFor("credit")),
        CoverageClaim.of(
            "§9 缺数者仍奖",
            "reward-though-incomplete",
            s -> s.incompleteFor("revenue") && s.rewarded("high-tech", 100_000)),
        CoverageClaim.of(
            "§9 分园", "reward-in-a-branch-park", s -> s.rewarded("high-tech", 100_000)));
  }

  private static List<CoverageClaim> sources() {
    return List.of(
        CoverageClaim.of(
            "四(一) 部门优先",
            "source-department-wins",
            s -> s.value("1.10", 3) && s.from("1.10", "/market/")),
        CoverageClaim.of(
            "四(一) 公开数据补缺",
            "source-public-fills-a-blank",
            s -> s.value("1.10", 4) && s.from("1.10", "/public/")),
        CoverageClaim.of(
            "四(一) 公开数据先于自报",
            "source-public-before-enterprise",
            s -> s.value("3.15", 3) && s.from("3.15", "/public/")),
        CoverageClaim.of(
            "四(一) 自报补缺",
            "source-enterprise-fills-a-blank",
            s ->
                s.value("2.2", 1234.56)
                    && s.from("2.2", "/enterprise/")
                    && s.indicator(
                        "2.8",
                        i ->
                            i.from().stream()
                                .noneMatch(f -> f.source().key().contains("/enterprise/")))),
        CoverageClaim.of(
            "§3 自报先于未列",
            "source-enterprise-before-absence",
            s -> s.value("3.5", 650) && s.from("3.5", "/enterprise/")),
        CoverageClaim.of(
            "§1 同一合同一次", "source-contract-told-twice", s -> s.value("1.7", 320 + 45.5)));
  }
}
