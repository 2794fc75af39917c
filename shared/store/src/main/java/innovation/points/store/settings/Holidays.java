package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code holidays/{year}.json}: where a year's working days differ from Monday to Friday, as the
 * State Council announces it.
 *
 * @param holidays days off that fall on Monday to Friday, {@code 2026-10-01}
 * @param workdays Saturdays and Sundays that are worked (调休)
 */
@JsonPropertyOrder({"year", "holidays", "workdays"})
public record Holidays(int year, List<String> holidays, List<String> workdays) {

  /**
   * The days of a year.
   *
   * @throws IllegalArgumentException in Chinese, with all days that cannot be
   */
  public Holidays {
    holidays = List.copyOf(holidays);
    workdays = List.copyOf(workdays);
    List<String> problems = new ArrayList<>();
    check(year, "holidays", holidays, false, problems);
    check(year, "workdays", workdays, true, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  /** A year of which nothing is known but its weekends. */
  public static Holidays none(int year) {
    return new Holidays(year, List.of(), List.of());
  }

  /** Whether offices work on a day of the year. */
  boolean works(LocalDate day) {
    return weekend(day) ? workdays.contains(day.toString()) : !holidays.contains(day.toString());
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static void check(
      int year, String list, List<String> days, boolean onWeekend, List<String> problems) {
    Set<String> seen = new HashSet<>();
    for (String text : days) {
      if (!seen.add(text)) {
        problems.add("%s 中的 %s 重复".formatted(list, text));
        continue;
      }
      try {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() != year) {
          problems.add("%s 中的 %s 不在 %d 年".formatted(list, text, year));
        } else if (weekend(day) != onWeekend) {
          problems.add(
              onWeekend
                  ? "workdays 只列需要上班的周六、周日，%s 本是工作日".formatted(text)
                  : "holidays 只列放假的周一至周五，%s 本是周末".formatted(text));
        }
      } catch (DateTimeParseException _) {
        problems.add("%s 中应为日期（如 %d-10-01），收到：%s".formatted(list, year, text));
      }
    }
  }
}
