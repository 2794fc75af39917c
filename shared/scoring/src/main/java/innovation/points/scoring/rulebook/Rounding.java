package innovation.points.scoring.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding half to even on the shortest decimal form (GB/T 8170, rules §7). */
public final class Rounding {
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  private static final double CLEAR_OF_HALF = 1e-4;
  private static final double EXACT_BELOW = 1e6;

  private Rounding() {}

  /**
   * Rounds a value.
   *
   * @param places 0 to 6
   */
  public static double halfEven(double value, int places) {
    double scaled = value * POWERS[places];
    double fraction = scaled - Math.floor(scaled);
    // Far from a half all rounding modes agree, and whole / power is the nearest double.
    if (Math.abs(fraction - 0.5) > CLEAR_OF_HALF && Math.abs(value) < EXACT_BELOW) {
      return Math.rint(scaled) / POWERS[places] + 0.0;
    }
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
  }
}
