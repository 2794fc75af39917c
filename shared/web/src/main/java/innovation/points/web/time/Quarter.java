package innovation.points.web.time;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

  public static final Pattern FORM = Pattern.compile("20[0-9]{2}-Q[1-4]");
  private static final int MONTHS = 3;
  private static final int LAST = 4;

  /** Reads {@code 2026-Q3}. */
  public static Quarter of(String text) {
    return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
  }

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** The one before it, with which 环比 compares. */
  public Quarter before() {
    return number == 1 ? new Quarter(year - 1, LAST) : new Quarter(year, number - 1);
  }

  /** The same one of the year before, with which 同比 compares. */
  public Quarter yearBefore() {
    return new Quarter(year - 1, number);
  }

  public boolean has(LocalDate day) {
    return of(day).equals(this);
  }

  public LocalDate first() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  public LocalDate last() {
    return first().plusMonths(MONTHS).minusDays(1);
  }

  /** {@code 2026-Q3}. */
  @Override
  public String toString() {
    return "%d-Q%d".formatted(year, number);
  }
}
