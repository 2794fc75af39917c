package innovation.points.store.uploads;

/**
 * Another invocation took over a key whose lease had expired. Not a fault: that invocation
 * continues.
 */
public final class KeyLeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyLeaseLostException(Throwable cause) {
    super("the lease of a key ran out and was taken over", cause);
  }
}
