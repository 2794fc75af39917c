package innovation.points.ingest.queue;

/**
 * Someone else is about the key. The queue is to deliver the hint again: by then it is done, or
 * they died over it. To drop it and rely on their own message would lose it where that was
 * delivered twice and the other delivery is through.
 */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException() {
    super("another invocation holds the key");
  }
}
