package innovation.points.scoring;

/** Why an indicator has the points it has (rules §3). */
public enum Outcome {
  /** The value is known and went through the curve. */
  SCORED("scored"),
  /** A figure it needs is not known; 0 points, and not counted as covered. */
  MISSING("missing"),
  /** The base of a growth or ratio is zero or below; value 0, 0 points, counted as covered. */
  BASE_NOT_POSITIVE("base-not-positive");

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** As the API and the tables spell it. */
  public String id() {
    return id;
  }
}
