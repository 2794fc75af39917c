package innovation.points.web.log;

/**
 * Thrown by a handler to have its event delivered again. Lambda logs the message of an exception
 * and of its causes; messages can contain data, so this one has only the name and the place of the
 * fault.
 */
public final class FaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private FaultException(Throwable fault) {
    super(fault.getClass().getName());
    setStackTrace(fault.getStackTrace());
  }

  /** The same fault without its message. */
  public static FaultException of(Throwable fault) {
    return fault instanceof FaultException already ? already : new FaultException(fault);
  }
}
