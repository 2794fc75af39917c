package innovation.points.scoring.result;

import innovation.points.scoring.facts.UsedFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator came to (rules §3).
 *
 * @param id as the notice numbers it, {@code 1.1}
 * @param unit of the value; empty where it has none
 * @param category id of the category its points belong to
 * @param value in {@code unit}; null exactly when the outcome is {@link Outcome#MISSING}
 * @param points unrounded, 0 to {@code fullPoints}
 * @param reason in Chinese, what a reader has to know beyond the numbers; empty where nothing
 * @param from the facts it was computed from; empty where it rests on the absence of any
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
