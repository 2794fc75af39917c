package innovation.points.store.publication;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ranking, as contract §3 shows it.
 *
 * @param rank its places among all and in its stage, whatever list it stands in
 * @param industry the division, {@code C34}
 * @param park 所属园区; null where the roster does not say, and in publications before it was kept
 * @param total points, two places
 */
@JsonPropertyOrder({"rank", "uscc", "name", "stage", "industry", "cluster", "park", "total"})
public record RankingEntry(
    Place rank,
    String uscc,
    @Nullable String name,
    String stage,
    @Nullable String industry,
    @Nullable String cluster,
    @Nullable String park,
    double total) {

  /**
   * A place overall and within the stage.
   *
   * @param overall null where the rulebook has no ranks among all
   */
  @JsonPropertyOrder({"overall", "stage"})
  public record Place(@Nullable Integer overall, int stage) {}
}
