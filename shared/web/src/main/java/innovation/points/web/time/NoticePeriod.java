package innovation.points.web.time;

import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The notice period of a publication (公示): it ends with a day, in official time. */
public final class NoticePeriod {

  private static final int LONGEST_DAYS = 366;

  private NoticePeriod() {}

  /**
   * The last day as a body gives it; null where it gives none.
   *
   * @throws ProblemException 400 where it is no day, is over, or is more than a year away
   */
  public static @Nullable LocalDate until(@Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    LocalDate today = LocalDate.ofInstant(now, OfficialTime.ZONE);
    LocalDate last = today.plusDays(LONGEST_DAYS);
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(today) && !day.isAfter(last)) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // Falls through to the error below.
    }
    String found = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    throw new ProblemException(
        Problem.badRequest(
            "body",
            "/noticeUntil",
            "字段 noticeUntil 应为公示截止日期（%s 到 %s，如 %s），收到：%s"
                .formatted(today, last, today.plusDays(7), found)));
  }

  /** Whether a period with that last day is not over yet. */
  public static boolean open(LocalDate until, Instant now) {
    return !LocalDate.ofInstant(now, OfficialTime.ZONE).isAfter(until);
  }
}
