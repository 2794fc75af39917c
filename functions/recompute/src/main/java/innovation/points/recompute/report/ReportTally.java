package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import innovation.points.scoring.ranking.Rising;
import innovation.points.scoring.ranking.Rising.Standing;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.ScoreRow;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts behind the report, collected while the rows of a generation are written. Its size does
 * not grow with the zone. Tallies of segments can be added and travel between machines as JSON.
 * Sums are whole numbers, so the report does not depend on the segments or their order. Not
 * thread-safe.
 */
public final class ReportTally {

  /** Enterprises with a deduction, whatever the rule: cards tell how many points they are. */
  static final String DEDUCTED = "deducted";

  @JsonProperty private final Counter statuses;
  @JsonProperty private final Counter adjustments;
  @JsonProperty private final Population now;
  @JsonProperty private final Population before;
  @JsonProperty private final Counter moves;
  @JsonProperty private final Counter stageMoves;
  @JsonProperty private final Movers movers;
  @JsonProperty private final SortedMap<String, IndicatorTally> indicators;
  @JsonProperty private final SortedMap<String, RewardTally> rewards;
  @JsonProperty private int rewarded;

  /** An empty tally. */
  public ReportTally() {
    this(
        new Counter(),
        new Counter(),
        new Population(),
        new Population(),
        new Counter(),
        new Counter(),
        new Movers(),
        Map.of(),
        Map.of(),
        0);
  }

  @JsonCreator
  private ReportTally(
      @JsonProperty("statuses") Counter statuses,
      @JsonProperty("adjustments") Counter adjustments,
      @JsonProperty("now") Population now,
      @JsonProperty("before") Population before,
      @JsonProperty("moves") Counter moves,
      @JsonProperty("stageMoves") Counter stageMoves,
      @JsonProperty("movers") Movers movers,
      @JsonProperty("indicators") Map<String, IndicatorTally> indicators,
      @JsonProperty("rewards") Map<String, RewardTally> rewards,
      @JsonProperty("rewarded") int rewarded) {
    this.statuses = statuses;
    this.adjustments = adjustments;
    this.now = now;
    this.before = before;
    this.moves = moves;
    this.stageMoves = stageMoves;
    this.movers = movers;
    this.indicators = new TreeMap<>(indicators);
    this.rewards = new TreeMap<>(rewards);
    this.rewarded = rewarded;
  }

  /**
   * Counts an enterprise of the year.
   *
   * @param row with its rank, if it has one
   * @param earlier its card in the published year before; null: none
   * @param rising by the rulebook of the year
   */
  public void add(ScoreRow row, @Nullable Card earlier, Rising rising) {
    statuses.count(row.status().id());
    if (row.ranked()) {
      // Of those who are not public nothing is counted but how many they are.
      score(row.detail());
    }
    Rank rank = row.card().rank();
    if (rank != null) {
      rank(row, rank, earlier, rising);
    }
    if (row.rewardTotal().signum() > 0) {
      rewarded++;
      for (RewardEntry reward : row.rewards()) {
        var one = RewardTally.of(reward.amount());
        rewards.merge(reward.reward(), one, RewardTally::and);
      }
    }
  }

  /** Counts an enterprise that was ranked in the published year before. */
  public void addBefore(RankingEntry entry) {
    before.add(entry);
  }

  /** Adds another tally. */
  public void add(ReportTally other) {
    statuses.add(other.statuses);
    adjustments.add(other.adjustments);
    now.add(other.now);
    before.add(other.before);
    moves.add(other.moves);
    stageMoves.add(other.stageMoves);
    movers.add(other.movers);
    other.indicators.forEach((id, one) -> indicators.merge(id, one, IndicatorTally::and));
    other.rewards.forEach((id, one) -> rewards.merge(id, one, RewardTally::and));
    rewarded += other.rewarded;
  }

  private void score(Detail detail) {
    for (Detail.Indicator indicator : detail.indicators()) {
      var one = IndicatorTally.of(indicator);
      indicators.merge(indicator.id(), one, IndicatorTally::and);
    }
    if (!detail.deductions().isEmpty()) {
      adjustments.count(DEDUCTED);
    }
    detail.bonus().stream().map(Detail.Bonus::rule).distinct().forEach(adjustments::count);
    detail.decay().stream().map(Detail.Decay::rule).distinct().forEach(adjustments::count);
  }

  private void rank(ScoreRow row, Rank rank, @Nullable Card earlier, Rising rising) {
    Card card = row.card();
    String stage = Objects.requireNonNull(card.stage(), "a ranked enterprise has a stage");
    double total = Objects.requireNonNull(card.total(), "a ranked enterprise has a total");
    var categories = Objects.requireNonNull(card.categories(), "and points in each category");
    now.add(stage, row.cluster(), row.industry(), total, categories);
    Rank rankBefore = earlier == null ? null : earlier.rank();
    if (earlier == null || rankBefore == null) {
      moves.count(Move.ENTERED.name());
      return;
    }
    double totalBefore = Objects.requireNonNull(earlier.total(), "it was ranked");
    String stageBefore = Objects.requireNonNull(earlier.stage(), "it was ranked");
    int since =
        rising.since(
            new Standing(stageBefore, totalBefore, rankBefore.stage(), rankBefore.stageOf()),
            new Standing(stage, total, rank.stage(), rank.stageOf()));
    moves.count((since > 0 ? Move.ROSE : since < 0 ? Move.FELL : Move.SAME).name());
    stageMoves.count(stageBefore + ">" + stage);
    double change = Mover.difference(totalBefore, total);
    Integer now = rank.overall();
    Integer then = rankBefore.overall();
    boolean among = now != null && then != null;
    // Totals of different stages are not compared: who moved to another is among the stages.
    if (among
        || (stage.equals(stageBefore) && Integer.signum(Double.compare(change, 0)) == since)) {
      movers.add(
          new Mover(
              card.uscc(),
              card.name(),
              stage,
              now == null || then == null ? rank.stage() : now,
              now == null || then == null ? rankBefore.stage() : then,
              total,
              totalBefore,
              change));
    }
  }

  /** The movement of a ranked enterprise since the year before. */
  enum Move {
    ENTERED,
    ROSE,
    FELL,
    SAME
  }

  /** Everybody on the roster, whatever became of it. */
  int roster() {
    return Math.toIntExact(statuses.counts().values().stream().mapToLong(Long::longValue).sum());
  }

  Counter adjustments() {
    return adjustments;
  }

  Population now() {
    return now;
  }

  Population before() {
    return before;
  }

  int enterprises(Move move) {
    return moves.enterprises(move.name());
  }

  /** The stage changes by {@code from>to}, both stage ids. */
  Counter stageMoves() {
    return stageMoves;
  }

  Movers movers() {
    return movers;
  }

  SortedMap<String, IndicatorTally> indicators() {
    return indicators;
  }

  SortedMap<String, RewardTally> rewards() {
    return rewards;
  }

  /** The number of enterprises with at least one reward. */
  int rewarded() {
    return rewarded;
  }
}
