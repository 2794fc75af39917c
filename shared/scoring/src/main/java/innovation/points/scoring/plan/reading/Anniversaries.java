package innovation.points.scoring.plan.reading;

import java.time.MonthDay;

/** The reference dates of all years, by which full years are counted. Immutable. */
final class Anniversaries {
  private static final double YEARS_A_DAY = 1 / 365.2425;
  private static final int EPOCH = 1970;
  private static final int FIRST = 1800;
  private static final int LAST = 2200;

  private final MonthDay day;

  /** From {@link #FIRST} on, since 1970-01-01. */
  private final long[] days = new long[LAST - FIRST];

  Anniversaries(MonthDay day) {
    this.day = day;
    for (int year = FIRST; year < LAST; year++) {
      days[year - FIRST] = day.atYear(year).toEpochDay();
    }
  }

  /** The first year whose reference date is on a day since 1970-01-01 or after it. */
  int firstOn(long since) {
    int year = EPOCH + (int) Math.floor(since * YEARS_A_DAY);
    while (day(year) < since) {
      year++;
    }
    while (day(year - 1) >= since) {
      year--;
    }
    return year;
  }

  private long day(int year) {
    return year >= FIRST && year < LAST ? days[year - FIRST] : day.atYear(year).toEpochDay();
  }
}
