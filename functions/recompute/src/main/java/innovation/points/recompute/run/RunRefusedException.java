package innovation.points.recompute.run;

/** A run cannot succeed, however often it is begun: there is nothing to retry. */
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
