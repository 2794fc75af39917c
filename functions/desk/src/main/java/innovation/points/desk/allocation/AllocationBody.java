package innovation.points.desk.allocation;

import innovation.points.scoring.allocation.AllocationMethod;
import innovation.points.scoring.allocation.AllocationTerms;
import innovation.points.scoring.allocation.AllocationTerms.RankTier;
import innovation.points.scoring.allocation.AllocationTerms.StagePart;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.store.payment.PaymentList;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list is to be made of: {@code rewards} alone, or a budget and how it is divided.
 *
 * @param budget yuan
 * @param exclude who takes no place, with the reason
 */
record AllocationBody(
    String method,
    @Nullable BigDecimal budget,
    @Nullable List<Part> stages,
    @Nullable List<Tier> tiers,
    @Nullable Caps caps,
    @Nullable List<LeftOut> exclude) {

  private static final int LONGEST_REASON = 500;

  /** See {@link StagePart}. */
  record Part(@Nullable String stage, @Nullable BigDecimal percent, @Nullable Integer places) {}

  /** See {@link RankTier}. */
  record Tier(@Nullable Integer to, @Nullable BigDecimal weight) {}

  /**
   * Limits.
   *
   * @param enterprise yuan that one is given at most
   */
  record Caps(@Nullable BigDecimal enterprise) {}

  /** An enterprise that takes no place, and why. */
  record LeftOut(@Nullable String uscc, @Nullable String reason) {}

  AllocationBody {
    String methods =
        Stream.concat(
                Arrays.stream(AllocationMethod.values()).map(AllocationMethod::id),
                Stream.of(PaymentList.REWARDS))
            .collect(Collectors.joining("、"));
    if (!method.equals(PaymentList.REWARDS) && AllocationMethod.of(method).isEmpty()) {
      throw new IllegalArgumentException(
          "method 应为 %s 之一，收到：%s".formatted(methods, Parameters.shown(method)));
    }
    boolean divided = budget != null || stages != null || tiers != null;
    if (method.equals(PaymentList.REWARDS) && (divided || caps != null || exclude != null)) {
      throw new IllegalArgumentException("method 为 rewards 时金额由评价规则算出，不应有其他字段");
    }
    if (!method.equals(PaymentList.REWARDS) && budget == null) {
      throw new IllegalArgumentException("缺少字段 budget：要分配的金额（元）");
    }
  }

  /** Whether it is a list of the rulebook's rewards. */
  boolean ofRewards() {
    return method.equals(PaymentList.REWARDS);
  }

  /** How the budget is divided, for the stages of a rulebook. */
  AllocationTerms terms(Rulebook rules) {
    try {
      return new AllocationTerms(
          Optional.ofNullable(budget).orElseThrow(),
          AllocationMethod.of(method).orElseThrow(),
          parts(rules),
          rankTiers(),
          caps == null ? null : caps.enterprise(),
          excluded());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.badRequest("body", "", Optional.ofNullable(e.getMessage()).orElse("分配办法有误")));
    }
  }

  private List<StagePart> parts(Rulebook rules) {
    List<String> ids = rules.stages().stream().map(Stage::id).toList();
    var parts = new ArrayList<StagePart>();
    for (Part part : given(stages, "stages")) {
      String stage = part.stage();
      if (stage == null || !ids.contains(stage)) {
        throw new IllegalArgumentException(
            "stages 中的 stage 应为 %s 之一，收到：%s"
                .formatted(String.join("、", ids), Parameters.shown(String.valueOf(stage))));
      }
      parts.add(new StagePart(stage, rules.stageName(stage), part.percent(), part.places()));
    }
    return parts;
  }

  private List<RankTier> rankTiers() {
    var all = new ArrayList<RankTier>();
    for (Tier tier : tiers == null ? List.<Tier>of() : tiers) {
      if (tier.to() == null || tier.weight() == null) {
        throw new IllegalArgumentException("tiers 的每一档应有 to（到第几名）和 weight（系数）");
      }
      all.add(new RankTier(tier.to(), tier.weight()));
    }
    return all;
  }

  private Set<String> excluded() {
    var usccs = new HashSet<String>();
    for (LeftOut one : exclude == null ? List.<LeftOut>of() : exclude) {
      String reason = one.reason() == null ? "" : one.reason().strip();
      if (one.uscc() == null || !Parameters.isUscc(one.uscc()) || !usccs.add(one.uscc())) {
        throw new IllegalArgumentException(
            "exclude 的 uscc 应为统一社会信用代码，每家一次，收到：" + Parameters.shown(String.valueOf(one.uscc())));
      }
      if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException(
            "exclude 应对 %s 说明理由，1 到 %d 个字".formatted(one.uscc(), LONGEST_REASON));
      }
    }
    return usccs;
  }

  private static <T> List<T> given(@Nullable List<T> list, String field) {
    if (list == null) {
      throw new IllegalArgumentException("缺少字段 " + field + "：参与分配的阶段");
    }
    return list;
  }
}
