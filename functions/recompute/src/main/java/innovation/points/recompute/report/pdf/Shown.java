package innovation.points.recompute.report.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The format of figures in tables; a dash where there is no figure to disclose. */
final class Shown {

  private static final String NOTHING = "—";

  private Shown() {}

  static String points(@Nullable Double points) {
    return points == null
        ? NOTHING
        : BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  static String change(double points) {
    String shown = points(points);
    return points > 0 ? "+" + shown : shown;
  }

  static String share(@Nullable Double share) {
    return share == null
        ? NOTHING
        : BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString()
            + "%";
  }

  static String yuan(@Nullable BigDecimal yuan) {
    return yuan == null ? NOTHING : String.format(Locale.ROOT, "%,.2f", yuan);
  }

  /** A figure with as many decimals as it has, at most two. */
  static String figure(@Nullable Double figure) {
    return figure == null
        ? NOTHING
        : String.format(Locale.ROOT, "%,.2f", figure).replaceFirst("\\.?0+$", "");
  }

  /** A change in percent. */
  static String signed(@Nullable Double change) {
    return change == null ? NOTHING : (change > 0 ? "+" : "") + figure(change);
  }

  static String count(@Nullable Integer count) {
    return count == null ? NOTHING : Integer.toString(count);
  }

  static String full(double points) {
    return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
  }
}
