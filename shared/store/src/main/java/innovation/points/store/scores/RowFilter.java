package innovation.points.store.scores;

import org.jspecify.annotations.Nullable;

/**
 * Which rows to list; null lets all through.
 *
 * @param industry the division, {@code C34}
 * @param rewarded only rows with a reward
 */
public record RowFilter(
    @Nullable ScoreStatus status,
    @Nullable String stage,
    @Nullable String industry,
    @Nullable String cluster,
    boolean rewarded) {

  public static final RowFilter ALL = new RowFilter(null, null, null, null, false);
  public static final RowFilter REWARDED = new RowFilter(null, null, null, null, true);

  public static RowFilter of(@Nullable ScoreStatus status, @Nullable String stage) {
    return new RowFilter(status, stage, null, null, false);
  }

  boolean isAll() {
    return equals(ALL);
  }
}
