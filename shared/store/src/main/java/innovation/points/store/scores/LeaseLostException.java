package innovation.points.store.scores;

/** The run is no longer held by who wanted to change it: another invocation took over. */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(Lease lease) {
    super("run %s is no longer held by %s".formatted(lease.run(), lease.owner()));
  }
}
