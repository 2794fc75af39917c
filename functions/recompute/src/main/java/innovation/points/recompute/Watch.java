package innovation.points.recompute;

import innovation.points.store.scores.Progress;
import innovation.points.web.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells who watches a run how far it is, now and then; and stops the work of an invocation that has
 * lost the run or its time, or of which another part has failed. Thread safe.
 */
final class Watch {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Consumer<Progress> telling;
  private final Deadline deadline;
  private String step = "";
  private int done;
  private int total;
  private boolean stopped;
  private Instant told = Instant.EPOCH;

  /**
   * Watches an invocation.
   *
   * @param telling throws where the run is no longer ours
   */
  Watch(Consumer<Progress> telling, Deadline deadline) {
    this.telling = telling;
    this.deadline = deadline;
  }

  /** A new step begins; told at once. */
  synchronized void step(String name, int of) {
    deadline.check();
    step = name;
    done = 0;
    total = of;
    tell();
  }

  /** So many more are done. */
  synchronized void advance(int more) {
    if (stopped) {
      throw new StoppedException();
    }
    deadline.check();
    done += more;
    if (deadline.now().isAfter(told.plus(EVERY))) {
      tell();
    }
  }

  /** Part of the work has failed: the others need not go on. */
  synchronized void stop() {
    stopped = true;
  }

  private void tell() {
    telling.accept(new Progress(step, done, total));
    told = deadline.now();
  }

  /** Another part has failed; its fault is the one to tell. */
  static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("another part failed", null, false, false);
    }
  }
}
