package innovation.points.lookup.completeness;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * The date by which the departments' files of a year are due: a day of the following year, in
 * Asia/Shanghai.
 */
public record IntakeDeadline(MonthDay day, InstantSource time) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The last day on which a file of that year is in time. */
  LocalDate of(int year) {
    return day.atYear(year + 1);
  }

  boolean isPast(int year) {
    return LocalDate.ofInstant(time.instant(), ZONE).isAfter(of(year));
  }
}
