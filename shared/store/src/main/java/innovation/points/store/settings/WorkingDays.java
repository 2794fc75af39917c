package innovation.points.store.settings;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Working days in official time: Monday to Friday, but for the years whose holidays are set. The
 * one place that counts them.
 */
public final class WorkingDays {

  private final Map<Integer, Holidays> years;

  WorkingDays(Stream<Holidays> years) {
    this.years = years.collect(Collectors.toMap(Holidays::year, Function.identity()));
  }

  public boolean works(LocalDate day) {
    Holidays year = years.get(day.getYear());
    return (year == null ? Holidays.none(day.getYear()) : year).works(day);
  }

  /**
   * The last of a number of working days that follow a day; the day itself does not count.
   *
   * @param count 0 for the day itself
   */
  public LocalDate after(LocalDate day, int count) {
    LocalDate last = day;
    for (int passed = 0; passed < count; ) {
      last = last.plusDays(1);
      if (works(last)) {
        passed++;
      }
    }
    return last;
  }

  /** The working days after a day, up to and including another; 0 where that is not later. */
  public int between(LocalDate day, LocalDate until) {
    return (int)
        day.plusDays(1).datesUntil(max(until, day).plusDays(1)).filter(this::works).count();
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
