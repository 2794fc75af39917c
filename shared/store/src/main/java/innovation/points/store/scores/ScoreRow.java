package innovation.points.store.scores;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise's result in a draft or a generation: one item of the table. The trace and the
 * rewards stay packed until asked for. Immutable.
 */
public final class ScoreRow {

  private static final TypeReference<Detail> DETAIL = new TypeReference<>() {};
  private static final TypeReference<List<RewardEntry>> REWARDS = new TypeReference<>() {};

  private final Card card;
  private final @Nullable String industry;
  private final @Nullable String cluster;
  private final @Nullable Double coverage;
  private final Packed detail;
  private final @Nullable Packed rewards;
  private final Instant evaluatedAt;

  ScoreRow(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable Double coverage,
      Packed detail,
      @Nullable Packed rewards,
      Instant evaluatedAt) {
    this.card = card;
    this.industry = industry;
    this.cluster = cluster;
    this.coverage = coverage;
    this.detail = detail;
    this.rewards = rewards;
    this.evaluatedAt = evaluatedAt;
  }

  /**
   * A result with its trace.
   *
   * @param industry the division shown in public, {@code C34}; null where unknown
   * @param cluster 主导产业; null where the roster does not say
   */
  public static ScoreRow of(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      Detail detail,
      List<RewardEntry> rewards,
      Instant evaluatedAt) {
    return new ScoreRow(
        card,
        industry,
        cluster,
        detail.coverage(),
        Packed.of(detail),
        rewards.isEmpty() ? null : Packed.of(rewards),
        evaluatedAt);
  }

  /** The same result in a generation. */
  public ScoreRow in(String generation, @Nullable Rank rank) {
    return new ScoreRow(
        card.in(generation, rank), industry, cluster, coverage, detail, rewards, evaluatedAt);
  }

  public Card card() {
    return card;
  }

  public String uscc() {
    return card.uscc();
  }

  public Status status() {
    return card.status();
  }

  /** Ranked, and so public. */
  public boolean ranked() {
    return card.rank() != null;
  }

  /** The industry division, {@code C34}. */
  public @Nullable String industry() {
    return industry;
  }

  public @Nullable String cluster() {
    return cluster;
  }

  /** Share of the weighted points whose value is known, unrounded; null unless scored. */
  public @Nullable Double coverage() {
    return coverage;
  }

  public Instant evaluatedAt() {
    return evaluatedAt;
  }

  /** {@code draft} or {@code published}. */
  public String edition() {
    return card.generation() == null ? "draft" : "published";
  }

  /** The whole trace; unpacked at each call. */
  public Detail detail() {
    return detail.open(DETAIL);
  }

  /** The profile of contract §3; unpacked at each call. */
  public Profile profile() {
    return new Profile(card, edition(), detail());
  }

  /** In the rulebook's order; unpacked at each call. */
  public List<RewardEntry> rewards() {
    return rewards == null ? List.of() : rewards.open(REWARDS);
  }

  /** The sum of its rewards in yuan. */
  public BigDecimal rewardTotal() {
    return rewards().stream().map(RewardEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Packed packedDetail() {
    return detail;
  }

  @Nullable Packed packedRewards() {
    return rewards;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreRow that
        && card.equals(that.card)
        && Objects.equals(industry, that.industry)
        && Objects.equals(cluster, that.cluster)
        && detail.json().equals(that.detail.json())
        && rewards().equals(that.rewards())
        && evaluatedAt.equals(that.evaluatedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(card, industry, cluster, evaluatedAt);
  }

  @Override
  public String toString() {
    return "ScoreRow[" + card + "]";
  }
}
