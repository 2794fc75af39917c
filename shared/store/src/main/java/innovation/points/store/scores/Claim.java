package innovation.points.store.scores;

import java.time.Instant;

/** What became of an attempt to work on a run. */
public sealed interface Claim {

  /** The run is ours, as it stood when it was taken. */
  record Held(Lease lease, Run run) implements Claim {}

  /** Another invocation works on it, at most until then. */
  record Busy(Instant until) implements Claim {}

  /** There is nothing left to do. */
  record Over(Run run) implements Claim {}

  /** There is no such run. */
  record Unknown() implements Claim {}
}
