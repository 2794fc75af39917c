package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.sample.Sample;
import java.util.List;

/**
 * How firm the ranks are against the choices behind them: each run varies the weights (of
 * categories and of indicators within them), the full-mark values of the curves, and makes at most
 * one of the choices marked default the other way, and ranks the enterprises again.
 *
 * @param terms what was varied
 * @param choices that can be made another way, each with what that alone does
 * @param meanWidth mean width of the bands, in places
 * @param stable share of the enterprises of the published best tenth that stay in the best tenth in
 *     at least 95 % of the runs; 0 without any
 * @param bands of every enterprise of the sample, by published rank
 */
public record Robustness(
    Terms terms, List<Choice> choices, double meanWidth, double stable, List<RankBand> bands) {

  public Robustness {
    choices = List.copyOf(choices);
    bands = List.copyOf(bands);
  }

  /**
   * What is varied, evenly within the bounds.
   *
   * @param runs how often
   * @param seed of the random numbers: the same seed, the same answer
   * @param weights 0.25: from 75 % to 125 % of the nominal, then made to add up again
   * @param fullMarks 0.2: the value that earns full points from 80 % to 120 % of the nominal
   * @param choices whether those marked default are made the other way, too
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
   * @param text what is done instead
   * @param meanShift mean change of the overall rank when this alone is done
   * @param mostShift the largest change
   */
  public record Choice(String id, String text, double meanShift, int mostShift) {}

  /** Where one enterprise stands. */
  public record RankBand(String uscc, String stage, Band overall, Band inStage) {}

  /**
   * Ranks over the runs.
   *
   * @param rank by the sample's published totals
   * @param low in 5 % of the runs it is at most this (better)
   * @param high in 5 % of the runs it is at least this (worse)
   */
  public record Band(int rank, int low, int median, int high) {}

  /** Of those in a sample that take part in the ranking. */
  public static Robustness of(Sample sample, Terms terms) {
    return new RankStudy(sample.ranked(), terms).run();
  }
}
