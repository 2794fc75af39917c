package innovation.points.scoring.rulebook;

import java.util.List;

/**
 * How the parts are combined into the total (rules §7).
 *
 * @param mean how the scores of the categories are combined
 * @param decays how several decays are combined
 * @param steps in this order
 * @param floor the least total
 * @param places decimals, half to even on the shortest decimal form (GB/T 8170)
 */
public record Total(
    Mean mean, Decays decays, List<Step> steps, double floor, int places, Basis basis) {
  public Total {
    steps = List.copyOf(steps);
  }

  /**
   * Computes the total from its parts.
   *
   * @param weighted Σ weight × category, unrounded
   * @param deducted at least 0
   * @param added the bonus
   * @param decay the product of the decays
   */
  public double of(double weighted, double deducted, double added, double decay) {
    double total = 0;
    for (int i = 0; i < steps.size(); i++) {
      total =
          switch (steps.get(i)) {
            case WEIGH -> weighted;
            case DEDUCT -> total - deducted;
            case ADD_BONUS -> total + added;
            case FLOOR -> Math.max(floor, total);
            case DECAY -> total * decay;
            case ROUND -> Rounding.halfEven(total, places);
          };
    }
    return total;
  }

  /** The mean of the categories, by the weights of the stage. */
  public enum Mean {
    /** Σ weight × category. */
    ARITHMETIC,
    /** Π category ^ weight: a low category cannot be made up for; one of 0 makes it 0. */
    GEOMETRIC
  }

  /** What several decays make together. */
  public enum Decays {
    PRODUCT,
    /** Only the smallest factor applies. */
    LEAST
  }

  /** One step from category scores to the total. */
  public enum Step {
    WEIGH("weigh"),
    DEDUCT("deduct"),
    ADD_BONUS("add-bonus"),
    FLOOR("floor"),
    DECAY("decay"),
    ROUND("round");

    private final String id;

    Step(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}
