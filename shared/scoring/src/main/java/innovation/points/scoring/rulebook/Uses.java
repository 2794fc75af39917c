package innovation.points.scoring.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The uses of the ranks besides display.
 *
 * @param tiers the announced lists, the best first
 * @param seeds the criteria of the seed library
 */
public record Uses(List<Tier> tiers, Seeds seeds, Basis basis) {
  public Uses {
    tiers = List.copyOf(tiers);
  }

  /** The tier of a rank within its stage; null below the last tier. */
  public @Nullable Tier tier(int rank, int of) {
    for (Tier tier : tiers) {
      if (rank <= Uses.places(of, tier.upTo())) {
        return tier;
      }
    }
    return null;
  }

  /**
   * The last rank within a share of a stage, ties included. Rounded up, so that the best of a small
   * stage is included.
   *
   * @param of number of ranked enterprises of the stage
   * @param percent 1 to 100
   */
  public static int places(int of, int percent) {
    return Math.toIntExact(Math.ceilDiv((long) of * percent, 100));
  }

  /**
   * A list of the best of each stage, beginning where the tier before ends.
   *
   * @param upTo percent of the ranked enterprises of the stage
   */
  public record Tier(String id, String name, int upTo) {}

  /**
   * Enterprises of these stages whose total rose and whose rank is within the best part of their
   * stage.
   *
   * @param stages ids
   * @param upTo percent of the ranked enterprises of the stage
   */
  public record Seeds(List<String> stages, int upTo) {
    public Seeds {
      stages = List.copyOf(stages);
    }
  }
}
