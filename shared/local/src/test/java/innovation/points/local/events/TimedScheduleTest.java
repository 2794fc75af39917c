package innovation.points.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.ManualClock;
import innovation.points.local.lambda.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedScheduleTest {

  private final ManualClock clock = new ManualClock();
  private final List<String> events = new ArrayList<>();

  /** Three in the morning of 1 April in Shanghai. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, 2026-03-31T19:00:00Z",
    "2026-03-31T18:59:59Z, 2026-03-31T19:00:00Z",
    "2026-03-31T19:00:00Z, 2027-03-31T19:00:00Z",
    "2026-12-31T17:00:00Z, 2027-03-31T19:00:00Z",
  })
  void theNextTimeIsTheFirstOfApril(Instant now, Instant next) {
    assertThat(TimedSchedule.nextYear(now)).isEqualTo(next);
  }

  /** Half past eight in the morning in Shanghai. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, 2026-01-01T00:30:00Z",
    "2026-01-01T00:30:00Z, 2026-01-02T00:30:00Z",
    "2026-12-31T23:59:59Z, 2027-01-01T00:30:00Z",
  })
  void theNextDayIsTheNextMorning(Instant now, Instant next) {
    assertThat(TimedSchedule.nextDay(now)).isEqualTo(next);
  }

  @Test
  void aDayHasItsOwnEvent() {
    TimedSchedule.daily(function(0), clock).fire(Instant.parse("2026-04-16T00:30:00Z"));
    assertThat(events).containsExactly("{\"dailyTime\":\"2026-04-16T00:30:00Z\"}");
  }

  @Test
  void itFiresOnceAYearWithTheScheduledTime() {
    var schedule = TimedSchedule.yearly(function(0), clock);

    schedule.look();
    clock.set(Instant.parse("2026-03-31T19:00:30Z"));
    schedule.look();
    schedule.look();
    clock.set(Instant.parse("2027-04-02T00:00:00Z"));
    schedule.look();

    assertThat(events)
        .containsExactly(
            "{\"scheduledTime\":\"2026-03-31T19:00:00Z\"}",
            "{\"scheduledTime\":\"2027-03-31T19:00:00Z\"}");
  }

  @Test
  void itTriesTwiceMoreAndThenKeepsTheFailure() {
    Instant time = Instant.parse("2026-03-31T19:00:00Z");
    var recovering = TimedSchedule.yearly(function(2), clock);
    assertThat(recovering.fire(time)).isTrue();
    assertThat(events).hasSize(3);
    assertThat(recovering.failures()).isEmpty();

    events.clear();
    var failing = TimedSchedule.yearly(function(9), clock);
    assertThat(failing.fire(time)).isFalse();
    assertThat(events).hasSize(3);
    assertThat(failing.failures()).containsExactly(time);
  }

  private LocalFunction function(int failures) {
    return LocalFunction.of(
        "recompute",
        Duration.ofMinutes(1),
        clock,
        _ -> {},
        (input, _, _) -> {
          events.add(new String(input.readAllBytes(), StandardCharsets.UTF_8));
          if (events.size() <= failures) {
            throw new IllegalStateException("not yet");
          }
        });
  }
}
