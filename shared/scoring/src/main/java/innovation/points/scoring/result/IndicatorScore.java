package innovation.points.scoring.result;

import innovation.points.scoring.facts.UsedFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one indicator (rules §3).
 *
 * @param id its number in the notice, {@code 1.1}
 * @param unit of the value; empty where it has none
 * @param category id of the category its points belong to
 * @param value in {@code unit}; null exactly when the outcome is {@link Outcome#MISSING}
 * @param points unrounded, 0 to {@code fullPoints}
 * @param reason in Chinese, an explanation beyond the numbers; may be empty
 * @param from the facts it was computed from; empty where the absence of facts decided
 */
public record IndicatorScore(
    String id,
    String name,
    String unit,
    String category,
    @Nullable Double value,
    double points,
    double fullPoints,
    Outcome outcome,
    String reason,
    List<UsedFact> from) {

  public IndicatorScore {
    from = List.copyOf(from);
  }
}
