package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.scores.Detail.FactUsed;
import java.math.BigDecimal;
import java.util.List;

/**
 * One reward of one enterprise and year (rules §9).
 *
 * @param reward its id in the rulebook
 * @param amount yuan, two places
 * @param reason in Chinese
 * @param from the facts it rests on, at most {@link FactUsed#MOST}
 */
@JsonPropertyOrder({"reward", "amount", "reason", "from"})
public record RewardEntry(String reward, BigDecimal amount, String reason, List<FactUsed> from) {
  public RewardEntry {
    from = List.copyOf(from);
  }
}
