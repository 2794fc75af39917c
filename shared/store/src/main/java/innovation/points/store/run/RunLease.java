package innovation.points.store.run;

/**
 * The right to work on a run. A holder that lost it can no longer change the run.
 *
 * @param owner names one invocation
 */
public record RunLease(int year, String run, String owner) {}
