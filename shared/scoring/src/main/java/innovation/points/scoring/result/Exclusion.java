package innovation.points.scoring.result;

import innovation.points.scoring.facts.UsedFact;
import java.util.List;

/**
 * A reason for which an enterprise is not scored (表3, rules §4).
 *
 * @param rule id in the negative list: {@code credit}, {@code environment-bad}, {@code safety}
 * @param reason in Chinese
 */
public record Exclusion(String rule, String reason, List<UsedFact> from) {
  public Exclusion {
    from = List.copyOf(from);
  }
}
