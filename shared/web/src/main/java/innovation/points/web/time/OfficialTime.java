package innovation.points.web.time;

import innovation.points.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time that days, deadlines and schedules go by, and in which people read a moment (北京时间). The
 * schedule in {@code template.yaml} has the same.
 */
public final class OfficialTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

  private OfficialTime() {}

  /** A day as official papers have it: 2026年4月1日. */
  public static String written(LocalDate day) {
    return WRITTEN.format(day);
  }

  /** The day that a moment is on. */
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The first moment after a day. */
  public static Instant after(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** Who did something and when, for the beginning of a sentence: 王建国于 2026-04-01 11:00. */
  public static String signed(Person person, Instant at) {
    return "%s于 %s ".formatted(person.name(), minute(at));
  }

  /** A moment as people read it, {@code 2026-04-01 11:00}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
