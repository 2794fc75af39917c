package innovation.points.recompute.segment;

import innovation.points.store.run.RunStep;
import innovation.points.web.event.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells who watches a run how far it is, now and then; and stops the work of an invocation that has
 * lost the run or its time, or of which another part has failed. Thread-safe.
 */
public final class RunProgress {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Consumer<RunStep> telling;
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
  public RunProgress(Consumer<RunStep> telling, Deadline deadline) {
    this.telling = telling;
    this.deadline = deadline;
  }

  /** A new step begins; told at once. */
  public synchronized void step(String name, int of) {
    deadline.check();
    step = name;
    done = 0;
    total = of;
    tell();
  }

  /** So many more are done. */
  public synchronized void advance(int more) {
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
  public synchronized void stop() {
    stopped = true;
  }

  private void tell() {
    telling.accept(new RunStep(step, done, total));
    told = deadline.now();
  }

  /** Another part has failed; its fault is the one to tell. */
  public static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("another part failed", null, false, false);
    }
  }
}
