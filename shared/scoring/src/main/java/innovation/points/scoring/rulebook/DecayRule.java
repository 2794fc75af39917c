package innovation.points.scoring.rulebook;

import java.util.List;

/** One line of the decay table (表4). */
public record DecayRule(String id, String name, DecayBy by, List<Band> bands, Basis basis) {
  public DecayRule {
    bands = List.copyOf(bands);
  }

  /** The count that a decay depends on. */
  public sealed interface DecayBy {
    /** Full years of age while in the stage. */
    record AgeInStage(String stage) implements DecayBy {}

    /** Years since the first of the current run of years in the stage. */
    record YearsInStage(String stage) implements DecayBy {}

    /**
     * Steps down the stages open to the enterprise, over consecutive falls.
     *
     * @param falls number of consecutive falls counted, ending with that of the evaluation year
     */
    record StepsDown(int falls) implements DecayBy {}
  }

  /**
   * The factor from a count on.
   *
   * @param from the lowest count of the band, which ends where the next begins
   */
  public record Band(double from, double factor) {}
}
