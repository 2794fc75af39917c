package innovation.points.scoring.result;

import innovation.points.scoring.facts.UsedFact;
import java.util.List;

/**
 * Points won for a major project (表5, rules §5).
 *
 * @param level as the catalogue spells it, 国家级
 * @param points above 0
 */
public record Bonus(String rule, String level, double points, List<UsedFact> from) {
  public Bonus {
    from = List.copyOf(from);
  }
}
