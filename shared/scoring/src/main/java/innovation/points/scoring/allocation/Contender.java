package innovation.points.scoring.allocation;

import org.jspecify.annotations.Nullable;

/**
 * A ranked enterprise.
 *
 * @param stage id
 * @param rank published, within the stage
 * @param total published, two places, at least 0
 * @param band in which the rank moves when weights, full marks and open choices are varied; null
 *     where it was not studied
 */
public record Contender(String uscc, String stage, int rank, double total, @Nullable Span band) {

  /**
   * Ranks within the stage.
   *
   * @param low at most this (better) in 5 % of the runs
   * @param high at least this (worse) in 5 % of the runs
   */
  public record Span(int low, int high) {}
}
