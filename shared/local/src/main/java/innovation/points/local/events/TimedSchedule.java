package innovation.points.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.web.time.OfficialTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Invokes a function at set times of Asia/Shanghai, as EventBridge Scheduler does: with the
 * scheduled time, two retries, then recorded as failed.
 */
public final class TimedSchedule {

  private static final MonthDay DAY = MonthDay.of(4, 1);
  private static final LocalTime YEARLY = LocalTime.of(3, 0);
  private static final LocalTime DAILY = LocalTime.of(8, 30);
  private static final int ATTEMPTS = 3;

  /** The clock is checked periodically: a machine may sleep, or its time may be set. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final LocalFunction function;
  private final String field;
  private final UnaryOperator<Instant> following;
  private final InstantSource clock;
  private final List<Instant> failures = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());
  private Instant next;

  private TimedSchedule(
      LocalFunction function, String field, UnaryOperator<Instant> following, InstantSource clock) {
    this.function = function;
    this.field = field;
    this.following = following;
    this.clock = clock;
    this.next = following.apply(clock.instant());
  }

  /** By {@code cron(0 3 1 4 ? *)}. */
  static TimedSchedule yearly(LocalFunction function, InstantSource clock) {
    return new TimedSchedule(function, "scheduledTime", TimedSchedule::nextYear, clock);
  }

  /** By {@code cron(30 8 * * ? *)}. */
  static TimedSchedule daily(LocalFunction function, InstantSource clock) {
    return new TimedSchedule(function, "dailyTime", TimedSchedule::nextDay, clock);
  }

  /** The first time of the yearly schedule after an instant. */
  static Instant nextYear(Instant after) {
    ZonedDateTime time =
        DAY.atYear(after.atZone(OfficialTime.ZONE).getYear())
            .atTime(YEARLY)
            .atZone(OfficialTime.ZONE);
    return (time.toInstant().isAfter(after) ? time : time.plusYears(1)).toInstant();
  }

  /** The first time of the daily schedule after an instant. */
  static Instant nextDay(Instant after) {
    ZonedDateTime time = after.atZone(OfficialTime.ZONE).with(DAILY);
    return (time.toInstant().isAfter(after) ? time : time.plusDays(1)).toInstant();
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::look, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Fires if the scheduled time has come. */
  void look() {
    if (!clock.instant().isBefore(next)) {
      Instant time = next;
      next = following.apply(clock.instant());
      fire(time);
    }
  }

  /** Invokes the function for a scheduled time; false where every attempt failed. */
  public boolean fire(Instant scheduledTime) {
    byte[] event =
        new ObjectMapper()
            .createObjectNode()
            .put(field, scheduledTime.toString())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        function.invoke(event);
        return true;
      } catch (InvocationException e) {
        // The error is in the function's log.
      }
    }
    failures.add(scheduledTime);
    return false;
  }

  /** The scheduled times for which every attempt failed. */
  public List<Instant> failures() {
    return List.copyOf(failures);
  }

  void stop() {
    timer.shutdownNow();
  }
}
