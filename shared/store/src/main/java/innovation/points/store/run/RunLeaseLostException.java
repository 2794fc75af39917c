package innovation.points.store.run;

/** The run is no longer held by who wanted to change it: another invocation took over. */
public final class RunLeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunLeaseLostException(RunLease lease) {
    super("run %s is no longer held by %s".formatted(lease.run(), lease.owner()));
  }
}
