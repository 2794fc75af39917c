package innovation.points.scoring.result;

/** How an indicator came to its points (rules §3). */
public enum Outcome {
  /** The value is known and its points follow from the curve. */
  SCORED("scored"),
  /** A required figure is unknown; 0 points, not counted as covered. */
  MISSING("missing"),
  /** The base of a growth or ratio is zero or below; value 0, 0 points, counted as covered. */
  BASE_NOT_POSITIVE("base-not-positive");

  /** Represents the value of an indicator whose base is zero or below. */
  public static final double NO_BASE = Double.NEGATIVE_INFINITY;

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** The spelling in the API and the tables. */
  public String id() {
    return id;
  }

  /**
   * The outcome of a value: NaN is missing, {@link #NO_BASE} has no positive base, any other is
   * known.
   */
  public static Outcome of(double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    return value == NO_BASE ? BASE_NOT_POSITIVE : SCORED;
  }
}
