package innovation.points.local.steps;

/** An error of a state, by the names that {@code Retry} and {@code Catch} know. */
public final class StateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final String cause;

  /**
   * An error.
   *
   * @param error of a function: the class of what it threw
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
