package innovation.points.local.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The rate of requests an HTTP API lets through: a bucket of tokens that holds two seconds' worth,
 * as the template's {@code RequestBurst} is to {@code RequestsPerSecond}. Without a rate everything
 * passes. Thread-safe.
 */
final class Throttle {

  private static final int BURST_SECONDS = 2;
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private final InstantSource clock;
  private int rate;
  private double tokens;
  private Instant filled;

  Throttle(InstantSource clock) {
    this.clock = clock;
    this.filled = clock.instant();
  }

  /**
   * Begins with a full bucket.
   *
   * @param requestsPerSecond 0: no limit
   */
  synchronized void limit(int requestsPerSecond) {
    rate = requestsPerSecond;
    tokens = (double) rate * BURST_SECONDS;
    filled = clock.instant();
  }

  /** Whether one more request passes. */
  synchronized boolean admits() {
    if (rate == 0) {
      return true;
    }
    Instant now = clock.instant();
    double gained = Duration.between(filled, now).toNanos() / NANOS * rate;
    tokens = Math.min(tokens + gained, (double) rate * BURST_SECONDS);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
