package innovation.points.recompute.run;

/** A run that cannot succeed: a retry would not help. */
final class RunRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses a run.
   *
   * @param reason in Chinese, for the bureau
   */
  RunRefusedException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return getMessage() == null ? "" : getMessage();
  }
}
