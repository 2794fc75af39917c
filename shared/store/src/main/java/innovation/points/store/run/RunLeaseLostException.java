package innovation.points.store.run;

/** The lease of a run was lost: another invocation took it over. */
public final class RunLeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunLeaseLostException(RunLease lease) {
    super("run %s is no longer held by %s".formatted(lease.run(), lease.owner()));
  }
}
