package innovation.points.store.scores;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

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
  private final @Nullable String grid;
  private final @Nullable Double coverage;
  private final Packed detail;
  private final @Nullable Packed rewards;
  private final Instant evaluatedAt;

  ScoreRow(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable String grid,
      @Nullable Double coverage,
      Packed detail,
      @Nullable Packed rewards,
      Instant evaluatedAt) {
    this.card = card;
    this.industry = industry;
    this.cluster = cluster;
    this.grid = grid;
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
   * @param grid 所属网格: who visits the enterprise; null where the roster does not say
   */
  public static ScoreRow of(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable String grid,
      Detail detail,
      List<RewardEntry> rewards,
      Instant evaluatedAt) {
    return new ScoreRow(
        card,
        industry,
        cluster,
        grid,
        detail.coverage(),
        Packed.of(detail),
        rewards.isEmpty() ? null : Packed.of(rewards),
        evaluatedAt);
  }

  /** The same result in a generation. */
  public ScoreRow in(String generation, @Nullable Rank rank) {
    return new ScoreRow(
        card.in(generation, rank), industry, cluster, grid, coverage, detail, rewards, evaluatedAt);
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

  /** 所属网格. */
  public @Nullable String grid() {
    return grid;
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

  /** Writes the row where it waits for its rank; {@link #read} brings it back. */
  public void write(DataOutput out) throws IOException {
    text(out, Json.write(card));
    text(out, industry == null ? "" : industry);
    text(out, cluster == null ? "" : cluster);
    text(out, grid == null ? "" : grid);
    out.writeDouble(coverage == null ? Double.NaN : coverage);
    bytes(out, detail.bytes().asByteArrayUnsafe());
    bytes(out, rewards == null ? new byte[0] : rewards.bytes().asByteArrayUnsafe());
    out.writeLong(evaluatedAt.getEpochSecond());
    out.writeInt(evaluatedAt.getNano());
  }

  /** Reads what {@link #write} wrote. */
  public static ScoreRow read(DataInput in) throws IOException {
    Card card = Json.read(text(in), Card.class);
    String industry = text(in);
    String cluster = text(in);
    String grid = text(in);
    double coverage = in.readDouble();
    byte[] detail = bytes(in);
    byte[] rewards = bytes(in);
    return new ScoreRow(
        card,
        industry.isEmpty() ? null : industry,
        cluster.isEmpty() ? null : cluster,
        grid.isEmpty() ? null : grid,
        Double.isNaN(coverage) ? null : coverage,
        Packed.stored(SdkBytes.fromByteArray(detail)),
        rewards.length == 0 ? null : Packed.stored(SdkBytes.fromByteArray(rewards)),
        Instant.ofEpochSecond(in.readLong(), in.readInt()));
  }

  private static void text(DataOutput out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(DataInput in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInput in) throws IOException {
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
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
        && Objects.equals(grid, that.grid)
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
