package innovation.points.local.steps;

/** An error of a state, with the name that {@code Retry} and {@code Catch} match. */
public final class StateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final String cause;

  /**
   * Creates an error.
   *
   * @param error name of the error; for a function, the class of the exception
   */
  public StateException(String error, String cause) {
    super(error + ": " + cause);
    this.error = error;
    this.cause = cause;
  }

  public String error() {
    return error;
  }

  public String cause() {
    return cause;
  }
}
