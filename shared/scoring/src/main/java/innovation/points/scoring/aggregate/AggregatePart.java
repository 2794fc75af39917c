package innovation.points.scoring.aggregate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise contributes to a figure of the zone.
 *
 * @param aggregate id in the rulebook
 * @param amount in the unit of its field
 * @param whole what it is a part of; null where the figure is no share
 * @param item what the amount counts once for in the whole zone, a 合同编号; null where it stands for
 *     itself
 */
public record AggregatePart(
    String aggregate, BigDecimal amount, @Nullable BigDecimal whole, @Nullable String item) {}
