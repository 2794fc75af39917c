package innovation.points.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.web.time.OfficialTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Invokes a function once a year, as EventBridge Scheduler does by {@code cron(0 3 1 4 ? *)} in the
 * time of Asia/Shanghai: with the scheduled time, two retries, then recorded as failed.
 */
public final class YearlySchedule {

  private static final MonthDay DAY = MonthDay.of(4, 1);
  private static final int HOUR = 3;
  private static final int ATTEMPTS = 3;

  /** The clock is checked periodically: a machine may sleep, or its time may be set. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final LocalFunction function;
  private final InstantSource clock;
  private final List<Instant> failures = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());
  private Instant next;

  YearlySchedule(LocalFunction function, InstantSource clock) {
    this.function = function;
    this.clock = clock;
    this.next = next(clock.instant());
  }

  /** The first scheduled time after an instant. */
  static Instant next(Instant after) {
    ZonedDateTime time =
        DAY.atYear(after.atZone(OfficialTime.ZONE).getYear())
            .atTime(HOUR, 0)
            .atZone(OfficialTime.ZONE);
    return (time.toInstant().isAfter(after) ? time : time.plusYears(1)).toInstant();
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::look, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Fires if the scheduled time has come. */
  void look() {
    if (!clock.instant().isBefore(next)) {
      Instant time = next;
      next = next(clock.instant());
      fire(time);
    }
  }

  /** Invokes the function for a scheduled time; false where every attempt failed. */
  public boolean fire(Instant scheduledTime) {
    byte[] event =
        new ObjectMapper()
            .createObjectNode()
            .put("scheduledTime", scheduledTime.toString())
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
