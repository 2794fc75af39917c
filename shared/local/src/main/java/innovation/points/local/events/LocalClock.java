package innovation.points.local.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be set, for what takes days; it goes on from there. Thread-safe. */
public final class LocalClock implements InstantSource {

  private final InstantSource real;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public LocalClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException in Chinese, where that is before what it shows: what was
   *     signed, held or put off would be in the future
   */
  public void set(Instant now) {
    Instant shown = instant();
    if (now.isBefore(shown)) {
      throw new IllegalArgumentException("时钟只能向前调：现为 %s，收到 %s".formatted(shown, now));
    }
    ahead.set(Duration.between(real.instant(), now));
  }
}
