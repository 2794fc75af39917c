package innovation.points.scoring.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The change of a figure on another period's (同比, 环比). */
public final class Change {

  private static final int PLACES = 2;

  private Change() {}

  /**
   * In percent of the figure before, two decimals, half to even; null where one of them is unknown,
   * and where the figure before is not positive.
   */
  public static @Nullable Double percent(@Nullable Double before, @Nullable Double now) {
    if (before == null || now == null || before <= 0) {
      return null;
    }
    BigDecimal base = BigDecimal.valueOf(before);
    return BigDecimal.valueOf(now)
        .subtract(base)
        .multiply(BigDecimal.valueOf(100))
        .divide(base, PLACES, RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
