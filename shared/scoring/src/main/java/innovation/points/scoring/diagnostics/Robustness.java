package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.sample.Sample;
import java.util.List;

/**
 * The robustness of the ranks against the choices behind them. Each run varies the weights (of
 * categories and of indicators within them) and the full-mark values of the curves, makes at most
 * one of the choices marked default the other way, and ranks the enterprises again.
 *
 * @param terms what was varied, and how far
 * @param choices the choices with an alternative, each with its effect alone
 * @param choicesShare of what moves the overall ranks over all runs, by the choices (first order)
 * @param meanWidth mean width of the bands, in places
 * @param stable share of the enterprises of the published best tenth that stay there in at least 95
 *     % of the runs; 0 without any
 * @param bands of every enterprise of the sample, by published rank
 */
public record Robustness(
    Terms terms,
    List<Choice> choices,
    double choicesShare,
    double meanWidth,
    double stable,
    List<RankBand> bands) {

  public Robustness {
    choices = List.copyOf(choices);
    bands = List.copyOf(bands);
  }

  /**
   * What is varied, uniformly within the bounds.
   *
   * @param runs number of runs
   * @param seed of the random numbers; the same seed gives the same result
   * @param weights 0.25: from 75 % to 125 % of the nominal value, then normalized
   * @param fullMarks 0.2: the value that earns full points from 80 % to 120 % of the nominal
   * @param choices whether the choices marked default are varied too
   */
  public record Terms(int runs, long seed, double weights, double fullMarks, boolean choices) {
    private static final int RUNS = 1_000;
    private static final int FEWEST_RUNS = 100;
    private static final int SCORES = 5_000_000;
    private static final long SEED = 110;

    /** ±25 %, ±20 %, all choices; 1 000 runs, fewer for more than 5 000 enterprises. */
    public static Terms standard(int enterprises) {
      int affordable = SCORES / Math.max(1, enterprises);
      return new Terms(Math.clamp(affordable, FEWEST_RUNS, RUNS), SEED, 0.25, 0.2, true);
    }
  }

  /**
   * A choice marked default.
   *
   * @param id its path in the rulebook
   * @param text the alternative, in Chinese
   * @param meanShift mean change of the overall rank by this alone
   * @param mostShift the largest change
   * @param share of what moves the overall ranks over all runs, by this choice alone (first order;
   *     all choices together less than 1, since weights and full marks move them too)
   */
  public record Choice(String id, String text, double meanShift, int mostShift, double share) {}

  /** The rank bands of one enterprise. */
  public record RankBand(String uscc, String stage, Band overall, Band inStage) {}

  /**
   * The distribution of a rank over the runs.
   *
   * @param rank by the sample's published totals
   * @param low the rank is at most this (better) in 5 % of the runs
   * @param high the rank is at least this (worse) in 5 % of the runs
   */
  public record Band(int rank, int low, int median, int high) {}

  /** The study of a sample's ranked enterprises. */
  public static Robustness of(Sample sample, Terms terms) {
    return new RankStudy(sample.everRanked(), terms).run();
  }
}
