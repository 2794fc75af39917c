package innovation.points.web.log;

/**
 * What a handler throws to have its event delivered again. Lambda writes the message of what is
 * thrown, and of its causes, into the log; messages can hold what was read, so this one has only
 * the name and the place of the fault.
 */
public final class FaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private FaultException(Throwable fault) {
    super(fault.getClass().getName());
    setStackTrace(fault.getStackTrace());
  }

  /** The same fault without its words. */
  public static FaultException of(Throwable fault) {
    return fault instanceof FaultException already ? already : new FaultException(fault);
  }
}
