package innovation.points.lookup.lists;

import innovation.points.scoring.benefit.Benefits;
import innovation.points.scoring.benefit.Standing;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A benefit that an enterprise is entitled to (五(二), 五(四)).
 *
 * @param department its id
 * @param cite the article of the document; null where the rulebook's owner settled it
 */
public record OpenBenefit(
    String id, String name, String department, String departmentName, @Nullable String cite) {

  public static OpenBenefit of(Benefit benefit) {
    return new OpenBenefit(
        benefit.id(),
        benefit.name(),
        benefit.department().id(),
        benefit.department().name(),
        benefit.basis().cite());
  }

  /**
   * Those of an enterprise, in the rulebook's order.
   *
   * @param input what the card was computed from
   */
  public static List<OpenBenefit> of(Benefits benefits, Card card, ScoringInput input) {
    Rank rank = card.rank();
    var standing =
        new Standing(
            card.status() == ScoreStatus.EXCLUDED,
            card.stage(),
            rank == null ? 0 : rank.stage(),
            rank == null ? 0 : rank.stageOf());
    return benefits.of(standing, input).stream().map(OpenBenefit::of).toList();
  }
}
