package innovation.points.scoring.allocation;

import java.math.BigDecimal;

/**
 * What one enterprise is given.
 *
 * @param place within the stage among those who take part; equal ranks share one (1, 2, 2, 4)
 * @param amount yuan, two decimals, above 0
 */
public record Allotment(Contender to, int place, BigDecimal amount) {}
