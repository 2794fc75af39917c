package innovation.points.ingest.queue;

/**
 * Another invocation holds the lease of the key. The queue delivers the hint again; by then the
 * work is done, or the lease has expired. The hint must not be dropped: the holder's own message
 * may already have been deleted by a second delivery.
 */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException() {
    super("another invocation holds the key");
  }
}
