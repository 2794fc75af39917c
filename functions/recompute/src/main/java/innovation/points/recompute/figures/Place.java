package innovation.points.recompute.figures;

import innovation.points.store.publication.ZoneFigure.By;
import innovation.points.store.scores.ScoreRow;
import org.jspecify.annotations.Nullable;

/** The groups that an enterprise is in; null where it is in none of a kind. */
record Place(
    @Nullable String stage,
    @Nullable String cluster,
    @Nullable String park,
    @Nullable String industry) {

  static Place of(ScoreRow row) {
    return new Place(row.card().stage(), row.cluster(), row.park(), row.industry());
  }

  @Nullable String group(By by) {
    return switch (by) {
      case ALL -> null;
      case STAGE -> stage;
      case CLUSTER -> cluster;
      case PARK -> park;
      case INDUSTRY -> industry;
    };
  }
}
