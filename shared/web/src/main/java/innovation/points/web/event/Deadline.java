package innovation.points.web.event;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The deadline of an invocation.
 *
 * @param at when the runtime ends it
 */
public record Deadline(InstantSource clock, Instant at, Pause pause) {

  /** Time for releasing a lease or recording a failure, and for the answer. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** How a thread waits; tests move their clock instead. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** The deadline of an invocation, from its context. */
  public static Deadline of(Context context, InstantSource clock, Pause pause) {
    Instant at = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    return new Deadline(clock, at, pause);
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * Called before each part of the work that can be deferred.
   *
   * @throws OutOfTimeException where the time left is too short for another part
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

  /** The work does not fit into this invocation; progress is kept, and the next one continues. */
  public static final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
      super("the time of this invocation ran short");
    }
  }
}
