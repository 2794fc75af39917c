package innovation.points.web.http;

/** Ends a request with a problem as its answer. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    // It is an answer, not a fault: nobody reads its stack trace.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
