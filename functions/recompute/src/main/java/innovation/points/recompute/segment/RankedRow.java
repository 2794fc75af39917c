package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Records;
import innovation.points.scoring.ranking.Places;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingEntry.Place;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.ScoreRow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The data of a ranked enterprise for the ranking and the public files.
 *
 * @param entry without its places before the merge
 * @param categories points in the rulebook's order; NaN where they are not public
 */
@SuppressWarnings("ArrayRecordComponent") // a line of a file, never compared
public record RankedRow(RankingEntry entry, double[] categories) {

  /** Best first, as the ranking shows them. */
  public static final Comparator<RankedRow> ORDER =
      Places.order(one -> one.entry().total(), one -> one.entry().uscc());

  public static final Records<RankedRow> RECORDS = new Records<>(RankedRow::write, RankedRow::read);

  private static final Place NOT_YET = new Place(0, 0);

  /** No rank among all: ranks begin with 1. */
  private static final int NONE = -1;

  /**
   * Of a scored enterprise.
   *
   * @param shown from a card to what is public of it
   */
  public static RankedRow of(ScoreRow row, List<String> categories, UnaryOperator<Card> shown) {
    Card card = row.card();
    Map<String, Double> points =
        Objects.requireNonNullElse(shown.apply(card).categories(), Map.of());
    return new RankedRow(
        new RankingEntry(
            NOT_YET,
            card.uscc(),
            card.name(),
            Objects.requireNonNull(card.stage(), "a scored enterprise has a stage"),
            row.industry(),
            row.cluster(),
            row.park(),
            Objects.requireNonNull(card.total(), "a scored enterprise has a total")),
        categories.stream().mapToDouble(id -> points.getOrDefault(id, Double.NaN)).toArray());
  }

  public RankedRow at(Place place) {
    return new RankedRow(
        new RankingEntry(
            place,
            entry.uscc(),
            entry.name(),
            entry.stage(),
            entry.industry(),
            entry.cluster(),
            entry.park(),
            entry.total()),
        categories);
  }

  private void write(DataOutput out) throws IOException {
    write(entry.rank(), out);
    out.writeUTF(entry.uscc());
    text(entry.name(), out);
    out.writeUTF(entry.stage());
    text(entry.industry(), out);
    text(entry.cluster(), out);
    text(entry.park(), out);
    out.writeDouble(entry.total());
    out.writeInt(categories.length);
    for (double points : categories) {
      out.writeDouble(points);
    }
  }

  static void write(Place place, DataOutput out) throws IOException {
    Integer overall = place.overall();
    out.writeInt(overall == null ? NONE : overall);
    out.writeInt(place.stage());
  }

  static Place place(DataInput in) throws IOException {
    int overall = in.readInt();
    return new Place(overall == NONE ? null : overall, in.readInt());
  }

  private static RankedRow read(DataInput in) throws IOException {
    var entry =
        new RankingEntry(
            place(in),
            in.readUTF(),
            text(in),
            in.readUTF(),
            text(in),
            text(in),
            text(in),
            in.readDouble());
    var categories = new double[in.readInt()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = in.readDouble();
    }
    return new RankedRow(entry, categories);
  }

  private static void text(@Nullable String text, DataOutput out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String text(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
