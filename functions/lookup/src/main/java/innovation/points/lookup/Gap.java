package innovation.points.lookup;

import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise lacks (补数清单).
 *
 * @param coverage share of the weighted points whose value is known; null unless scored
 * @param missing fields without which it cannot be scored
 * @param explanations the same in Chinese
 * @param indicators those without a value
 * @param unreported datasets of the negative list that have no row for it
 */
record Gap(
    String uscc,
    @Nullable String name,
    Status status,
    @Nullable Double coverage,
    List<String> missing,
    List<String> explanations,
    List<Indicator> indicators,
    List<String> unreported) {

  /** An indicator without a value; {@code reason} says in Chinese what it needs. */
  record Indicator(String id, String name, String reason) {}

  /** Nothing where the enterprise lacks nothing. */
  static Optional<Gap> of(ScoreRow row) {
    Card card = row.card();
    Detail detail = row.detail();
    List<Indicator> indicators =
        detail.indicators().stream()
            .filter(indicator -> indicator.outcome().equals("missing"))
            .map(indicator -> new Indicator(indicator.id(), indicator.name(), indicator.reason()))
            .toList();
    if (card.missing().isEmpty() && indicators.isEmpty() && detail.unreported().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gap(
            card.uscc(),
            card.name(),
            card.status(),
            row.coverage(),
            card.missing(),
            detail.explanations(),
            indicators,
            detail.unreported()));
  }
}
