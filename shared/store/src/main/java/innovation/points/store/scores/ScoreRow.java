package innovation.points.store.scores;

import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.table.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One enterprise's result in a draft or a generation: one item of the table. The trace and the
 * rewards stay packed until asked for. Immutable.
 */
public final class ScoreRow {

  private static final int CENTS = 2;

  private final Card card;
  private final @Nullable String industry;
  private final @Nullable String cluster;
  private final @Nullable String grid;
  private final @Nullable Double coverage;
  private final Packed trace;
  private final Function<String, Source> files;
  private final BigDecimal rewardTotal;
  private final Instant evaluatedAt;

  ScoreRow(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable String grid,
      @Nullable Double coverage,
      Packed trace,
      Function<String, Source> files,
      BigDecimal rewardTotal,
      Instant evaluatedAt) {
    this.card = card;
    this.industry = industry;
    this.cluster = cluster;
    this.grid = grid;
    this.coverage = coverage;
    this.trace = trace;
    this.files = files;
    this.rewardTotal = rewardTotal.setScale(CENTS, RoundingMode.HALF_EVEN);
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
    return of(card, industry, cluster, grid, detail, rewards, evaluatedAt, false);
  }

  /**
   * The same.
   *
   * @param named whether its trace calls files by their names only, as a generation's do
   */
  static ScoreRow of(
      Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable String grid,
      Detail detail,
      List<RewardEntry> rewards,
      Instant evaluatedAt,
      boolean named) {
    return new ScoreRow(
        card,
        industry,
        cluster,
        grid,
        detail.coverage(),
        StoredTrace.pack(detail, rewards, named),
        ScoreRow::unknown,
        rewards.stream().map(RewardEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        evaluatedAt);
  }

  /** The same result beside that of the year before. */
  public ScoreRow after(Card.@Nullable Before before) {
    return with(card.after(before));
  }

  /** The same result in a generation. */
  public ScoreRow in(String generation, @Nullable Rank rank) {
    return with(card.in(generation, rank));
  }

  private ScoreRow with(Card other) {
    return new ScoreRow(
        other, industry, cluster, grid, coverage, trace, files, rewardTotal, evaluatedAt);
  }

  public Card card() {
    return card;
  }

  public String uscc() {
    return card.uscc();
  }

  public ScoreStatus status() {
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
    return StoredTrace.detail(trace, files);
  }

  /** The profile of contract §3; unpacked at each call. */
  public Profile profile() {
    return new Profile(card, edition(), detail());
  }

  /** In the rulebook's order; unpacked at each call. */
  public List<RewardEntry> rewards() {
    return StoredTrace.rewards(trace, files);
  }

  /** The sum of its rewards in yuan, two places; 0 where it has none. */
  public BigDecimal rewardTotal() {
    return rewardTotal;
  }

  /** Writes the row where it waits for its rank; {@link #read} brings it back. */
  public void write(DataOutput out) throws IOException {
    text(out, CardJson.write(card));
    text(out, industry == null ? "" : industry);
    text(out, cluster == null ? "" : cluster);
    text(out, grid == null ? "" : grid);
    out.writeDouble(coverage == null ? Double.NaN : coverage);
    bytes(out, trace.bytes().asByteArrayUnsafe());
    text(out, rewardTotal.toPlainString());
    out.writeLong(evaluatedAt.getEpochSecond());
    out.writeInt(evaluatedAt.getNano());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param files the files its facts came from
   */
  public static ScoreRow read(DataInput in, FileNames files) throws IOException {
    Card card = CardJson.read(text(in));
    String industry = text(in);
    String cluster = text(in);
    String grid = text(in);
    double coverage = in.readDouble();
    byte[] trace = bytes(in);
    var rewardTotal = new BigDecimal(text(in));
    return new ScoreRow(
        card,
        industry.isEmpty() ? null : industry,
        cluster.isEmpty() ? null : cluster,
        grid.isEmpty() ? null : grid,
        Double.isNaN(coverage) ? null : coverage,
        Packed.stored(SdkBytes.fromByteArray(trace)),
        name -> files.find(name).orElseGet(() -> unknown(name)),
        rewardTotal,
        Instant.ofEpochSecond(in.readLong(), in.readInt()));
  }

  private static Source unknown(String name) {
    throw new IllegalStateException("no file is known by the name " + name);
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

  Packed trace() {
    return trace;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreRow that
        && card.equals(that.card)
        && Objects.equals(industry, that.industry)
        && Objects.equals(cluster, that.cluster)
        && Objects.equals(grid, that.grid)
        && trace.equals(that.trace)
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
