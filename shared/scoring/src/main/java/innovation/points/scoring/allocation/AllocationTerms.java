package innovation.points.scoring.allocation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a budget is divided.
 *
 * @param budget yuan, above 0, at most two decimals
 * @param stages that take part, each once; the budget is divided among them by their percents, or
 *     is one pot where they have none
 * @param tiers for {@link AllocationMethod#TIERS} only, by their ends
 * @param cap yuan that one enterprise is given at most; null: no limit
 * @param excluded enterprises that take no place: those behind them move up
 */
public record AllocationTerms(
    BigDecimal budget,
    AllocationMethod method,
    List<StagePart> stages,
    List<RankTier> tiers,
    @Nullable BigDecimal cap,
    Set<String> excluded) {

  private static final int CENTS = 2;
  private static final BigDecimal MOST = new BigDecimal("100000000000");
  private static final BigDecimal WHOLE = new BigDecimal(100);

  /**
   * A stage that takes part.
   *
   * @param stage id
   * @param name in Chinese, for sentences
   * @param percent of the budget; null where the budget is not divided by stages
   * @param places how many places it has; null: all ranked enterprises
   */
  public record StagePart(
      String stage, String name, @Nullable BigDecimal percent, @Nullable Integer places) {}

  /**
   * The places up to one, from behind the tier before.
   *
   * @param to the last place
   * @param weight of a place, relative to those of other tiers
   */
  public record RankTier(int to, BigDecimal weight) {}

  /**
   * Terms that hold together.
   *
   * @throws IllegalArgumentException in Chinese, with what cannot be
   */
  public AllocationTerms {
    stages = List.copyOf(stages);
    tiers = List.copyOf(tiers);
    excluded = Set.copyOf(excluded);
    yuan("预算（budget）", budget);
    if (cap != null) {
      yuan("单家上限（caps.enterprise）", cap);
    }
    checkStages(method, stages);
    checkTiers(method, tiers);
  }

  private static void yuan(String field, BigDecimal amount) {
    if (amount.signum() <= 0
        || amount.compareTo(MOST) > 0
        || amount.stripTrailingZeros().scale() > CENTS) {
      throw new IllegalArgumentException(
          "%s应为大于 0、不超过 1000 亿、至多两位小数的金额（元），收到：%s".formatted(field, amount.toPlainString()));
    }
  }

  private static void checkStages(AllocationMethod method, List<StagePart> stages) {
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("参与分配的阶段（stages）应至少有一个");
    }
    Set<String> seen = new HashSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    int shares = 0;
    for (StagePart part : stages) {
      if (!seen.add(part.stage())) {
        throw new IllegalArgumentException("参与分配的阶段（stages）中的 %s 重复".formatted(part.stage()));
      }
      if (part.percent() != null) {
        shares++;
        sum = sum.add(part.percent());
        if (part.percent().signum() <= 0) {
          throw new IllegalArgumentException(
              "%s的占比（percent）应大于 0，收到：%s".formatted(part.name(), part.percent().toPlainString()));
        }
      }
      checkPlaces(method, part);
    }
    if (shares > 0 && (shares < stages.size() || sum.compareTo(WHOLE) != 0)) {
      throw new IllegalArgumentException(
          "各阶段的占比（percent）应都填写且合计 100，或都不填；收到 %d 个，合计 %s".formatted(shares, sum.toPlainString()));
    }
  }

  private static void checkPlaces(AllocationMethod method, StagePart part) {
    Integer places = part.places();
    if (method == AllocationMethod.TIERS && places != null) {
      throw new IllegalArgumentException(
          "按名次分档时名额由分档（tiers）决定，%s不应填名额（places）".formatted(part.name()));
    }
    if (method == AllocationMethod.PLACES && places == null) {
      throw new IllegalArgumentException("按名额均分时，%s应填名额（places）".formatted(part.name()));
    }
    if (places != null && places < 1) {
      throw new IllegalArgumentException(
          "%s的名额（places）应不小于 1，收到：%d".formatted(part.name(), places));
    }
  }

  private static void checkTiers(AllocationMethod method, List<RankTier> tiers) {
    if ((method == AllocationMethod.TIERS) == tiers.isEmpty()) {
      throw new IllegalArgumentException("分档（tiers）应在按名次分档时填写，也只在这时填写");
    }
    int end = 0;
    for (RankTier tier : tiers) {
      if (tier.to() <= end || tier.weight().signum() <= 0) {
        throw new IllegalArgumentException(
            "分档（tiers）的名次（to）应依次增大，系数（weight）应大于 0，收到：%d、%s"
                .formatted(tier.to(), tier.weight().toPlainString()));
      }
      end = tier.to();
    }
  }

  /** The last place of a stage that is given something. */
  int last(StagePart part) {
    if (method == AllocationMethod.TIERS) {
      return tiers.getLast().to();
    }
    Integer places = part.places();
    return places == null ? Integer.MAX_VALUE : places;
  }

  /** What a place counts, relative to others. */
  BigDecimal weight(int place, Contender contender) {
    return switch (method) {
      case PLACES -> BigDecimal.ONE;
      case SHARE_OF_POINTS -> BigDecimal.valueOf(contender.total());
      case TIERS ->
          tiers.stream()
              .filter(tier -> place <= tier.to())
              .map(RankTier::weight)
              .findFirst()
              .orElseThrow();
    };
  }
}
