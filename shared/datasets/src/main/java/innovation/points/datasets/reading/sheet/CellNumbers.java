package innovation.points.datasets.reading.sheet;

import java.time.LocalDate;
import java.util.Optional;

/** Numbers as spreadsheets write them. */
public final class CellNumbers {

  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

  /** Lotus took 1900 for a leap year; up to here its days are one too many. */
  private static final int LEAP_BUG = 60;

  private static final int LAST_DAY = 2_958_465;

  private CellNumbers() {}

  /** A whole number, or -1 where the text is none. */
  public static int whole(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Whether a text shows the figure, rounded at most. */
  public static boolean shows(String text, double value) {
    String bare = CellText.compact(text).replace(",", "");
    Optional<Double> shown = CellText.number(bare);
    if (shown.isEmpty()) {
      return false;
    }
    int point = bare.indexOf('.');
    int decimals = point < 0 ? 0 : bare.length() - point - 1;
    return Math.abs(shown.get() - value) <= 0.5 * Math.pow(10, -decimals) * (1 + 1e-9);
  }

  /** The second of the day in the fraction of a day number. */
  public static int second(double serial) {
    return (int) Math.min(86_399, Math.round((serial - Math.floor(serial)) * 86_400));
  }

  /** The day with that number; none outside 1900..9999. */
  public static Optional<LocalDate> day(double serial, boolean epoch1904) {
    if (!(serial >= 1 && serial < LAST_DAY + 1)) {
      return Optional.empty();
    }
    long days = (long) Math.floor(serial);
    if (epoch1904) {
      return Optional.of(EPOCH_1904.plusDays(days));
    }
    return Optional.of(EPOCH_1900.plusDays(days < LEAP_BUG ? days + 1 : days));
  }
}
