package innovation.points.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When this invocation ends. */
record Deadline(InstantSource clock, Instant at, Pause pause) {

  /** Waits; a test's does not. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /** What giving back a lease and answering may take. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /**
   * Asked before each step that may be put off.
   *
   * @throws OutOfTimeException where there is no time for another one
   */
  void check() {
    if (clock.instant().isAfter(at.minus(MARGIN))) {
      throw new OutOfTimeException();
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** Waits for someone else to come to an end. */
  void sleep(Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutOfTimeException();
    }
  }

  /** What is done is kept; the queue delivers the hint again and the next invocation goes on. */
  static final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
      super("the time of this invocation ran short");
    }
  }
}
