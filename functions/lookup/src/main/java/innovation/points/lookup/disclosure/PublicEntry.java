package innovation.points.lookup.disclosure;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.publication.RankingEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a line of a ranking.
 *
 * @param rank null, like the total, where it is not public
 */
@JsonPropertyOrder({"rank", "uscc", "name", "stage", "industry", "cluster", "park", "total"})
public record PublicEntry(
    @Nullable PublicPlace rank,
    String uscc,
    @Nullable String name,
    String stage,
    @Nullable String industry,
    @Nullable String cluster,
    @Nullable String park,
    @Nullable Double total) {

  /**
   * A place.
   *
   * @param overall null where it is not public
   */
  @JsonPropertyOrder({"overall", "stage"})
  public record PublicPlace(@Nullable Integer overall, int stage) {}

  static PublicEntry of(RankingEntry entry, Disclosure disclosure) {
    boolean places = disclosure.places();
    Integer overall = disclosure.totals() ? entry.rank().overall() : null;
    return new PublicEntry(
        places ? new PublicPlace(overall, entry.rank().stage()) : null,
        entry.uscc(),
        entry.name(),
        entry.stage(),
        places ? entry.industry() : null,
        places ? entry.cluster() : null,
        places ? entry.park() : null,
        disclosure.totals() ? entry.total() : null);
  }

  /** The place among all; null where it is not public. */
  public @Nullable Integer overall() {
    return rank == null ? null : rank.overall();
  }

  /** The place within the stage; null where it is not public. */
  public @Nullable Integer inStage() {
    return rank == null ? null : rank.stage();
  }
}
