package innovation.points.scoring;

import java.util.List;

/** The rewards of a rulebook (五(四), rules §9). Safe for use by several threads. */
public final class RewardRules {
  private final Rulebook rulebook;

  public RewardRules(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * The rewards of an enterprise for a year, in the rulebook's order, each at most once.
   *
   * @param evaluation of the same enterprise and year; an excluded one has none
   */
  public List<Reward> rewards(
      int year, EnterpriseFacts facts, Evaluation evaluation, RewardTerms terms) {
    if (terms.share().signum() >= 0) {
      throw pending(rulebook.id());
    }
    return List.of();
  }

  private static UnsupportedOperationException pending(String what) {
    return new UnsupportedOperationException(what);
  }
}
