package innovation.points.ingest;

/** Someone else is about the key, or died over it: the queue is to deliver the hint again. */
final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BusyException() {
    super("another invocation holds the key");
  }
}
