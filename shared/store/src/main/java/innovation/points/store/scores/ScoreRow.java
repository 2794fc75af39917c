package innovation.points.store.scores;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.scores.facts.ScoredFacts;
import innovation.points.store.table.StoredJson;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise's result in a draft or a generation: one item of the table. It holds the figures,
 * and the facts they were computed from; why they are what they are is computed when asked for.
 * Immutable.
 */
public final class ScoreRow {

  private static final int CENTS = 2;

  private final Card card;
  private final Listing of;
  private final String digest;
  private final ScoredFacts facts;
  private final List<RewardEntry> rewards;
  private final BigDecimal rewardTotal;
  private final Instant evaluatedAt;
  private final Function<ScoreRow, Detail> explained;

  /**
   * What rows are listed and counted by.
   *
   * @param industry the division shown in public, {@code C34}; null where unknown
   * @param cluster 主导产业; null where the roster does not say
   * @param park 所属园区; null where the roster does not say
   * @param grid 所属网格: who visits the enterprise; null where the roster does not say
   * @param coverage share of the weighted points whose value is known; null unless scored
   */
  public record Listing(
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable String park,
      @Nullable String grid,
      @Nullable Double coverage) {}

  /**
   * A result with the facts it was computed from.
   *
   * @param digest of the rulebook it was computed by
   * @param rewards in the rulebook's order
   * @param explained computes the whole trace
   */
  public ScoreRow(
      Card card,
      Listing of,
      String digest,
      ScoredFacts facts,
      List<RewardEntry> rewards,
      Instant evaluatedAt,
      Function<ScoreRow, Detail> explained) {
    this.card = card;
    this.of = of;
    this.digest = digest;
    this.facts = facts;
    this.rewards = List.copyOf(rewards);
    this.rewardTotal =
        rewards.stream()
            .map(RewardEntry::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(CENTS, RoundingMode.HALF_EVEN);
    this.evaluatedAt = evaluatedAt;
    this.explained = explained;
  }

  /** The same result beside that of the year before. */
  public ScoreRow after(Card.@Nullable Before before) {
    return with(card.after(before));
  }

  /** The same result in a generation. */
  public ScoreRow in(String generation, @Nullable Rank rank) {
    return with(card.in(generation, rank));
  }

  /** The same result with other rewards. */
  ScoreRow earning(List<RewardEntry> other) {
    return new ScoreRow(card, of, digest, facts, other, evaluatedAt, explained);
  }

  private ScoreRow with(Card other) {
    return new ScoreRow(other, of, digest, facts, rewards, evaluatedAt, explained);
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
    return of.industry();
  }

  public @Nullable String cluster() {
    return of.cluster();
  }

  /** 所属园区. */
  public @Nullable String park() {
    return of.park();
  }

  /** 所属网格. */
  public @Nullable String grid() {
    return of.grid();
  }

  /** Share of the weighted points whose value is known, unrounded; null unless scored. */
  public @Nullable Double coverage() {
    return of.coverage();
  }

  public Instant evaluatedAt() {
    return evaluatedAt;
  }

  /** SHA-256 of the rulebook it was computed by, hex. */
  public String digest() {
    return digest;
  }

  /** {@code draft} or {@code published}. */
  public String edition() {
    return card.generation() == null ? "draft" : "published";
  }

  /** The facts it was computed from; read at each call. */
  public ScoringInput input() {
    return facts.input(card.uscc(), card.year());
  }

  /** The same as it is stored. */
  public ScoredFacts facts() {
    return facts;
  }

  /** The whole trace; computed at each call. */
  public Detail detail() {
    return explained.apply(this);
  }

  /** The profile of contract §3; computed at each call. */
  public Profile profile() {
    return new Profile(card, edition(), detail());
  }

  /** In the rulebook's order. */
  public List<RewardEntry> rewards() {
    return rewards;
  }

  /** The sum of its rewards in yuan, two places; 0 where it has none. */
  public BigDecimal rewardTotal() {
    return rewardTotal;
  }

  /** Whether it says the same, whenever it was computed. */
  public boolean says(ScoreRow other) {
    return card.equals(other.card)
        && of.equals(other.of)
        && digest.equals(other.digest)
        && rewards.equals(other.rewards)
        && facts.equals(other.facts);
  }

  /** Writes the row where it waits for its rank; {@link #read} brings it back. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(card.uscc());
    out.writeInt(card.year());
    out.writeUTF(card.status().id());
    text(out, card.stage());
    text(out, CardForm.write(card));
    text(out, of.industry());
    text(out, of.cluster());
    text(out, of.park());
    text(out, of.grid());
    out.writeDouble(of.coverage() == null ? Double.NaN : of.coverage());
    out.writeUTF(digest);
    bytes(out, facts.bytes());
    out.writeInt(facts.files().size());
    for (FileNames.Source file : facts.files()) {
      out.writeUTF(file.name());
    }
    text(out, rewards.isEmpty() ? null : StoredJson.write(rewards));
    out.writeLong(evaluatedAt.getEpochSecond());
    out.writeInt(evaluatedAt.getNano());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param files the files its facts came from
   * @param explained computes its trace, {@link Explanations#detail}
   */
  public static ScoreRow read(DataInput in, FileNames files, Function<ScoreRow, Detail> explained)
      throws IOException {
    String uscc = in.readUTF();
    int year = in.readInt();
    ScoreStatus status = ScoreStatus.of(in.readUTF());
    String stage = text(in);
    String form = Objects.requireNonNull(text(in), "a row has a card");
    var of = new Listing(text(in), text(in), text(in), text(in), known(in.readDouble()));
    String digest = in.readUTF();
    byte[] facts = bytes(in);
    var names = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return new ScoreRow(
        CardForm.read(form, uscc, year, null, status, stage),
        of,
        digest,
        new ScoredFacts(facts, () -> names.stream().map(files::named).toList()),
        RowItems.rewards(text(in)),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        explained);
  }

  private static @Nullable Double known(double coverage) {
    return Double.isNaN(coverage) ? null : coverage;
  }

  private static void text(DataOutput out, @Nullable String text) throws IOException {
    bytes(out, text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(DataInput in) throws IOException {
    byte[] bytes = bytes(in);
    return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreRow that && says(that) && evaluatedAt.equals(that.evaluatedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(card, of, evaluatedAt);
  }

  @Override
  public String toString() {
    return "ScoreRow[" + card + "]";
  }
}
