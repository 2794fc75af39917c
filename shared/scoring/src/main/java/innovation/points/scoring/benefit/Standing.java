package innovation.points.scoring.benefit;

import org.jspecify.annotations.Nullable;

/**
 * Where a result stands in a year.
 *
 * @param excluded by the negative list
 * @param stage null where it is unknown
 * @param rank within the stage, from 1; 0 where it is not ranked
 * @param of how many are ranked in the stage
 */
public record Standing(boolean excluded, @Nullable String stage, int rank, int of) {
  public Standing {
    if (rank < 0 || rank > of) {
      throw new IllegalArgumentException("rank " + rank + " of " + of);
    }
  }
}
