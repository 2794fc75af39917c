package innovation.points.lookup.completeness;

import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise lacks (补数清单).
 *
 * @param park 所属园区; null where the roster does not say
 * @param grid 所属网格: who visits the enterprise; null where the roster does not say
 * @param coverage share of the weighted points whose value is known; null unless scored
 * @param missing fields without which it cannot be scored
 * @param explanations the same in Chinese
 * @param unknown the same with what each of them lacks
 * @param indicators those without a value
 * @param unreported datasets of the negative list that have no row for it
 * @param departments the departments to ask: the owners of the missing data
 */
record MissingData(
    String uscc,
    @Nullable String name,
    @Nullable String park,
    @Nullable String grid,
    ScoreStatus status,
    @Nullable Double coverage,
    List<String> missing,
    List<String> explanations,
    List<Detail.UnknownEntry> unknown,
    List<Indicator> indicators,
    List<String> unreported,
    List<String> departments) {

  /**
   * An indicator without a value.
   *
   * @param reason in Chinese, what it needs
   * @param causes the same as data
   * @param departments the owners of the datasets it is made of
   */
  record Indicator(
      String id,
      String name,
      String reason,
      List<Detail.CauseEntry> causes,
      List<String> departments) {}

  /** Empty where nothing is missing. */
  static Optional<MissingData> of(ScoreRow row, Responsible responsible) {
    Card card = row.card();
    Detail detail = row.detail();
    List<Indicator> indicators =
        detail.indicators().stream()
            .filter(indicator -> indicator.outcome().equals("missing"))
            .map(indicator -> indicator(indicator, card.rulebook(), responsible))
            .toList();
    if (card.missing().isEmpty() && indicators.isEmpty() && detail.unreported().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MissingData(
            card.uscc(),
            card.name(),
            row.park(),
            row.grid(),
            card.status(),
            row.coverage(),
            card.missing(),
            detail.explanations(),
            detail.unknown(),
            indicators,
            detail.unreported(),
            departments(card.missing(), indicators, detail.unreported(), responsible)));
  }

  private static Indicator indicator(
      Detail.Indicator indicator, String rulebook, Responsible responsible) {
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.reason(),
        indicator.causes(),
        responsible.forIndicator(rulebook, indicator.id()));
  }

  private static List<String> departments(
      List<String> missing,
      List<Indicator> indicators,
      List<String> unreported,
      Responsible responsible) {
    return Stream.of(
            missing.stream().flatMap(field -> responsible.forField(field).stream()),
            indicators.stream().flatMap(indicator -> indicator.departments().stream()),
            unreported.stream().flatMap(dataset -> responsible.forDataset(dataset).stream()))
        .flatMap(one -> one)
        .distinct()
        .sorted()
        .toList();
  }
}
