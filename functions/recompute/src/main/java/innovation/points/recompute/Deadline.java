package innovation.points.recompute;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an invocation ends, and how it waits.
 *
 * @param at when the runtime ends it
 */
record Deadline(InstantSource clock, Instant at, Pause pause) {

  /** What noting a failure and answering may take. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** How a thread waits; tests move their clock instead. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Asked before each part of the work.
   *
   * @throws OutOfTimeException where the time that is left is not enough for another part
   */
  void check() {
    if (now().isAfter(at.minus(MARGIN))) {
      throw new OutOfTimeException();
    }
  }

  void sleep(Duration duration) {
    try {
      pause.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  /** The run does not fit into one invocation. */
  static final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
      super("the time of this invocation ran short");
    }
  }
}
