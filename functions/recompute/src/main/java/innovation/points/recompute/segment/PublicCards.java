package innovation.points.recompute.segment;

import innovation.points.scoring.disclosure.TellingPoints;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.Card;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is public of a ranked enterprise's card: categories only where they tell no figure. */
record PublicCards(TellingPoints telling) implements UnaryOperator<Card> {

  /** By a rulebook as it is in the year. */
  static PublicCards of(Rulebook rulebook) {
    return new PublicCards(TellingPoints.of(rulebook));
  }

  @Override
  public Card apply(Card card) {
    String stage = card.stage();
    Map<String, Double> categories = card.categories();
    return stage != null && categories != null && telling.tell(stage, categories)
        ? card.withoutCategories()
        : card;
  }
}
