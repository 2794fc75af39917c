package innovation.points.scoring.result;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
public final class Plain {
  /** More digits than any file contains, fewer than a double has. */
  private static final MathContext WRITTEN = new MathContext(13);

  private Plain() {}

  /** In plain notation: no exponent, no trailing zeros, no residue of binary arithmetic. */
  public static String number(double number) {
    return BigDecimal.valueOf(number).round(WRITTEN).stripTrailingZeros().toPlainString();
  }
}
