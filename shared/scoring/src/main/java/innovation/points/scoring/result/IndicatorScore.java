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
 * @param causes what there is to say beyond the numbers; may be empty
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
    List<Cause> causes,
    List<UsedFact> from) {

  public IndicatorScore {
    causes = List.copyOf(causes);
    from = List.copyOf(from);
  }

  /** The causes in Chinese; may be empty. */
  public String reason() {
    return Cause.inWords(causes);
  }
}
