package innovation.points.scoring.diagnostics.statistics;

import innovation.points.scoring.rulebook.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How figures leave the audit. */
public final class Vectors {
  private static final int PLACES = 4;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private Vectors() {}

  public static double round(double figure) {
    return Rounding.halfEven(figure, PLACES);
  }

  /** Null for what is not a number. */
  public static @Nullable Double optional(double figure) {
    return Double.isFinite(figure) ? Double.valueOf(round(figure)) : null;
  }

  /** To two significant digits, as people set bounds. */
  public static double twoDigits(double figure) {
    return BigDecimal.valueOf(figure).round(TWO_DIGITS).doubleValue();
  }

  /** As people write it: no exponent, no trailing zeros. */
  public static String plain(double figure) {
    return figure == 0 ? "0" : BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
  }
}
