package innovation.points.scoring.reward;

import innovation.points.scoring.facts.UsedFact;
import java.math.BigDecimal;
import java.util.List;

/**
 * A reward that an enterprise is due for a year (五(四), rules §9).
 *
 * @param reward id in the rulebook, {@code high-tech}
 * @param amount yuan, two decimals, above 0
 * @param reason in Chinese
 * @param from the certificates, records or contracts it is based on
 */
public record Reward(String reward, BigDecimal amount, String reason, List<UsedFact> from) {
  public Reward {
    from = List.copyOf(from);
  }
}
