package innovation.points.store.scores;

/**
 * The right to work on a run. Who lost it to another can no longer change the run.
 *
 * @param owner names one invocation
 */
public record Lease(int year, String run, String owner) {}
