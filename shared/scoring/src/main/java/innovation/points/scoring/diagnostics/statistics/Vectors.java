package innovation.points.scoring.diagnostics.statistics;

import innovation.points.scoring.rulebook.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Conversion and rounding of figures for output. */
public final class Vectors {
  private static final int PLACES = 4;
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private Vectors() {}

  public static double round(double figure) {
    return Rounding.halfEven(figure, PLACES);
  }

  /** The figure; null for NaN. */
  public static @Nullable Double optional(double figure) {
    return Double.isFinite(figure) ? Double.valueOf(round(figure)) : null;
  }

  /** The figure rounded to two significant digits, as bounds usually are. */
  public static double twoDigits(double figure) {
    return BigDecimal.valueOf(figure).round(TWO_DIGITS).doubleValue();
  }

  /** The figure rounded to four significant digits. */
  public static double fourDigits(double figure) {
    return BigDecimal.valueOf(figure).round(FOUR_DIGITS).doubleValue();
  }

  /** The figure in plain notation: no exponent, no trailing zeros. */
  public static String plain(double figure) {
    return figure == 0 ? "0" : BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
  }

  /** The figure in plain notation with its sign: +1.2, −0.5, 0. */
  public static String signed(double figure) {
    String plain = plain(Math.abs(figure));
    return figure == 0 ? plain : (figure < 0 ? "−" : "+") + plain;
  }

  /** A share in percent with at most one decimal: 33.3%. */
  public static String percent(double share) {
    return plain(Math.round(share * 1_000) / 10.0) + "%";
  }

  /** The figure to two decimals, for sentences. */
  public static double hundredths(double figure) {
    return Math.round(figure * 100) / 100.0;
  }
}
