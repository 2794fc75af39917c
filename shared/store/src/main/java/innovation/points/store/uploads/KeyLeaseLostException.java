package innovation.points.store.uploads;

/** Someone else took over a key whose lease had run out. Nothing is wrong; they go on. */
public final class KeyLeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyLeaseLostException(Throwable cause) {
    super("the lease of a key ran out and was taken over", cause);
  }
}
