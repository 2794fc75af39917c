package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.table.StoredLists;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run would change in, or changed against, the published results of the year, in figures;
 * who is concerned and why is in the list {@link StoredLists#CHANGES} of the run.
 *
 * @param against the generation compared with; null where the year had none
 * @param entered ranked now, not before
 * @param left ranked before, not now
 * @param stageMoved in another stage
 * @param rankMoved by more places overall than the threshold
 * @param totalMoved by more points than the threshold
 * @param moves the first of that list, at most {@link #FIRST} and each in brief: the largest moves
 */
@JsonPropertyOrder({"against", "entered", "left", "stageMoved", "rankMoved", "totalMoved", "moves"})
public record RunChanges(
    @Nullable String against,
    int entered,
    int left,
    int stageMoved,
    int rankMoved,
    int totalMoved,
    List<Move> moves) {

  /** Which enterprises moved against the published results and why, the largest moves first. */
  public static final StoredLists.Kind<Move> MOVES = new StoredLists.Kind<>("changes", Move.class);

  /** The most moves that stand in the run itself. */
  public static final int FIRST = 5;

  public RunChanges {
    moves = List.copyOf(moves);
  }

  /** The figures alone. */
  public RunChanges counted() {
    return new RunChanges(against, entered, left, stageMoved, rankMoved, totalMoved, List.of());
  }

  /**
   * The thresholds above which a move is listed.
   *
   * @param rank places overall; a move by more counts
   * @param total points; a move by more counts
   */
  public record Thresholds(int rank, double total) {

    /** Ten places, one point. */
    public static final Thresholds DEFAULT = new Thresholds(10, 1);

    public Thresholds {
      if (rank < 0 || !(total >= 0)) {
        throw new IllegalArgumentException(
            "expected thresholds of at least 0, found %d and %s".formatted(rank, total));
      }
    }
  }

  /** What became of an enterprise. */
  public enum Kind {
    ENTERED,
    LEFT,
    STAGE,
    RANK,
    TOTAL;

    /** As the API spells it. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One enterprise before and after.
   *
   * @param kinds at least one
   * @param before null where it had no result
   * @param after null where it has none
   * @param reasons at least one, the weightiest first
   */
  @JsonPropertyOrder({"uscc", "name", "kinds", "before", "after", "reasons"})
  public record Move(
      String uscc,
      @Nullable String name,
      List<Kind> kinds,
      @Nullable Standing before,
      @Nullable Standing after,
      List<Reason> reasons) {
    private static final int FIRST_REASONS = 3;

    public Move {
      kinds = List.copyOf(kinds);
      reasons = List.copyOf(reasons);
    }

    /** The same with its first reasons only, and without their facts: small, whatever moved. */
    public Move brief() {
      return new Move(
          uscc,
          name,
          kinds,
          before,
          after,
          reasons.stream()
              .limit(FIRST_REASONS)
              .map(reason -> new Reason(reason.part(), reason.id(), reason.text(), List.of()))
              .toList());
    }
  }

  /**
   * Where an enterprise stands.
   *
   * @param overall its place among all; null where it is not ranked
   * @param stage null where it is unknown
   * @param total null unless scored
   */
  @JsonPropertyOrder({"status", "overall", "stage", "total"})
  public record Standing(
      ScoreStatus status,
      @Nullable Integer overall,
      @Nullable String stage,
      @Nullable Double total) {

    public static Standing of(Card card) {
      Rank rank = card.rank();
      return new Standing(
          card.status(), rank == null ? null : rank.overall(), card.stage(), card.total());
    }
  }
}
