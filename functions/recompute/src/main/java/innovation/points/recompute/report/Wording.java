package innovation.points.recompute.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The format of figures in sentences: as on the pages, points with two decimals. */
final class Wording {

  private static final int POINTS = 2;
  private static final int SHARE = 4;
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private Wording() {}

  static String points(@Nullable Double points) {
    return decimal(Objects.requireNonNull(points)).toPlainString() + " 分";
  }

  /** A change of points, in words. */
  static String change(String what, double before, double now) {
    BigDecimal change = decimal(now).subtract(decimal(before));
    return switch (change.signum()) {
      case 0 -> what + "持平";
      case 1 -> "%s提高 %s 分".formatted(what, change.toPlainString());
      default -> "%s下降 %s 分".formatted(what, change.negate().toPlainString());
    };
  }

  /** A change of a number of enterprises, in words. */
  static String change(String what, int before, int now) {
    return switch (Integer.signum(now - before)) {
      case 0 -> what + "数量持平";
      case 1 -> "%s增加 %d 家".formatted(what, now - before);
      default -> "%s减少 %d 家".formatted(what, before - now);
    };
  }

  /** A share as a percentage, one decimal. */
  static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(1, RoundingMode.HALF_EVEN)
            .toPlainString()
        + "%";
  }

  static String percent(long part, long whole) {
    return percent(share(part, whole));
  }

  /** A share, 0 to 1, four decimals. */
  static double share(long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), SHARE, RoundingMode.HALF_EVEN)
            .doubleValue();
  }

  /** A figure without zeros behind its decimals. */
  static String plain(double figure) {
    String text = String.format(Locale.ROOT, "%,.2f", figure);
    return text.replaceFirst("\\.?0+$", "");
  }

  /** Yuan as 万元, two decimals. */
  static String tenThousands(BigDecimal yuan) {
    return String.format(
        Locale.ROOT, "%,.2f 万元", yuan.divide(TEN_THOUSAND, POINTS, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal decimal(double points) {
    return BigDecimal.valueOf(points).setScale(POINTS, RoundingMode.HALF_EVEN);
  }
}
