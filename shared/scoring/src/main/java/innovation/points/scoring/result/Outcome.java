package innovation.points.scoring.result;

/** Why an indicator has the points it has (rules §3). */
public enum Outcome {
  /** The value is known and went through the curve. */
  SCORED("scored"),
  /** A figure it needs is not known; 0 points, and not counted as covered. */
  MISSING("missing"),
  /** The base of a growth or ratio is zero or below; value 0, 0 points, counted as covered. */
  BASE_NOT_POSITIVE("base-not-positive");

  /** Stands for the value of an indicator whose base is zero or below. */
  public static final double NO_BASE = Double.NEGATIVE_INFINITY;

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** As the API and the tables spell it. */
  public String id() {
    return id;
  }

  /** The outcome of a value: not a number where it is missing, {@link #NO_BASE}, or known. */
  public static Outcome of(double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    return value == NO_BASE ? BASE_NOT_POSITIVE : SCORED;
  }
}
