package innovation.points.scoring.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * How many enterprises of the roster have no public score, whatever the reason: excluded,
 * incomplete or without sufficient coverage. One figure everywhere, because their number by reason
 * would tell, of somebody known to be among them, why. Of fewer than three neither it nor the size
 * of the roster is said, from which it could be computed.
 *
 * @param roster enterprises on the roster; null where that would give the other figure away
 * @param notPublished null under three
 */
public record NotPublished(@Nullable Integer roster, @Nullable Integer notPublished) {

  /** The figures of a year, by the size of its roster and of its public ranking. */
  public static NotPublished of(int roster, int ranked) {
    int others = roster - ranked;
    return others < SmallGroups.LEAST
        ? new NotPublished(null, null)
        : new NotPublished(roster, others);
  }
}
