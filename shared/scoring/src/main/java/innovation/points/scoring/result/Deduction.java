package innovation.points.scoring.result;

import innovation.points.scoring.facts.UsedFact;
import java.util.List;

/**
 * Points lost to the negative list (表3, rules §4).
 *
 * @param points below 0
 * @param reason in Chinese
 */
public record Deduction(String rule, double points, String reason, List<UsedFact> from) {
  public Deduction {
    from = List.copyOf(from);
  }
}
