package innovation.points.scoring;

import java.util.Map;

/**
 * Evaluates enterprises by one rulebook. A pure function: the same facts give the same evaluation
 * on any machine. Safe for use by several threads.
 */
public final class Scorer {
  private final Rulebook rulebook;

  public Scorer(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * Evaluates one enterprise of the year's roster.
   *
   * @param year the evaluation year Y
   * @param facts of the enterprise, all years
   * @param deliveries of all years
   * @param publishedStages the stage ids of published results, by earlier year
   */
  public Evaluation score(
      int year,
      EnterpriseFacts facts,
      Deliveries deliveries,
      Map<Integer, String> publishedStages) {
    if (year >= 0) {
      throw pending(rulebook.id());
    }
    throw new IllegalArgumentException();
  }

  private static UnsupportedOperationException pending(String what) {
    return new UnsupportedOperationException(what);
  }
}
