package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would change in, or changed against, the published ranking of the year.
 *
 * @param against the generation compared with; null where the year had none
 * @param entered ranked now, not before
 * @param left ranked before, not now
 * @param stageMoved in another stage
 * @param rankMoved at another place overall
 * @param totalMoved with another total
 * @param moves the enterprises concerned, the largest moves first, at most {@link #MOST}
 */
@JsonPropertyOrder({"against", "entered", "left", "stageMoved", "rankMoved", "totalMoved", "moves"})
public record Changes(
    @Nullable String against,
    int entered,
    int left,
    int stageMoved,
    int rankMoved,
    int totalMoved,
    List<Move> moves) {

  /** The most moves that are listed one by one. */
  public static final int MOST = 100;

  public Changes {
    moves = List.copyOf(moves);
  }

  /**
   * One enterprise's place before and after.
   *
   * @param before null where it entered
   * @param after null where it left
   */
  @JsonPropertyOrder({"uscc", "name", "before", "after"})
  public record Move(
      String uscc, @Nullable String name, @Nullable Standing before, @Nullable Standing after) {}

  /** Where an enterprise stands in a ranking. */
  @JsonPropertyOrder({"overall", "stage", "total"})
  public record Standing(int overall, String stage, double total) {}
}
