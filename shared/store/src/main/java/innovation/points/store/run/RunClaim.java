package innovation.points.store.run;

import java.time.Instant;

/** The result of an attempt to take a run. */
public sealed interface RunClaim {

  /** The run is ours, as it stood when it was taken. */
  record Held(RunLease lease, Run run) implements RunClaim {}

  /** Another invocation works on it, at most until then. */
  record Busy(Instant until) implements RunClaim {}

  /** There is nothing left to do. */
  record Over(Run run) implements RunClaim {}

  /** There is no such run. */
  record Unknown() implements RunClaim {}
}
