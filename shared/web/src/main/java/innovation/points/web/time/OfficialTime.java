package innovation.points.web.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that days, deadlines and schedules go by, and in which people read a moment (北京时间). The
 * schedule in {@code template.yaml} has the same.
 */
public final class OfficialTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private OfficialTime() {}

  /** The day that a moment is on. */
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }
}
