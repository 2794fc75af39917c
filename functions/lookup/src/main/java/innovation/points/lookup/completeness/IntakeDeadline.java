package innovation.points.lookup.completeness;

import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The date by which the departments' files of a year are due: a day of the following year, in
 * official time.
 */
public record IntakeDeadline(MonthDay day, InstantSource time) {

  /** The last day on which a file of that year is in time. */
  LocalDate of(int year) {
    return day.atYear(year + 1);
  }

  boolean isPast(int year) {
    return LocalDate.ofInstant(time.instant(), OfficialTime.ZONE).isAfter(of(year));
  }
}
