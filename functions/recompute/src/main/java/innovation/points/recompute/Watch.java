package innovation.points.recompute;

import innovation.points.store.scores.Lease;
import innovation.points.store.scores.Progress;
import innovation.points.store.scores.Runs;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells who watches a run how far it is, now and then; and stops the work of an invocation that has
 * lost the run or its time. Thread safe.
 */
final class Watch {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Runs runs;
  private final Lease lease;
  private final Deadline deadline;
  private String step = "";
  private int done;
  private int total;
  private Instant told = Instant.EPOCH;

  Watch(Runs runs, Lease lease, Deadline deadline) {
    this.runs = runs;
    this.lease = lease;
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
    deadline.check();
    done += more;
    if (deadline.now().isAfter(told.plus(EVERY))) {
      tell();
    }
  }

  private void tell() {
    runs.progress(lease, new Progress(step, done, total));
    told = deadline.now();
  }
}
