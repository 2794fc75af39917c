package innovation.points.web.event;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an invocation ends, and how it waits.
 *
 * @param at when the runtime ends it
 */
public record Deadline(InstantSource clock, Instant at, Pause pause) {

  /** What giving back a lease or noting a failure, and answering, may take. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** How a thread waits; tests move their clock instead. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** That of an invocation. */
  public static Deadline of(Context context, InstantSource clock, Pause pause) {
    Instant at = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    return new Deadline(clock, at, pause);
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * Asked before each part of the work that may be put off.
   *
   * @throws OutOfTimeException where the time that is left is not enough for another part
   */
  public void check() {
    if (now().isAfter(at.minus(MARGIN))) {
      throw new OutOfTimeException();
    }
  }

  /**
   * Waits.
   *
   * @throws OutOfTimeException where the wait is interrupted: the invocation is being ended
   */
  public void sleep(Duration duration) {
    try {
      pause.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutOfTimeException();
    }
  }

  /** The work does not fit into this invocation; what is done is kept, and the next one goes on. */
  public static final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
      super("the time of this invocation ran short");
    }
  }
}
