package innovation.points.datasets.catalogue;

/** How many rows of one enterprise a file of the dataset may hold. */
public enum Shape {
  /** One row an enterprise. */
  PER_ENTERPRISE("per-enterprise"),
  /** Any number of rows an enterprise, each with its own natural key. */
  LINE_ITEMS("line-items");

  private final String id;

  Shape(String id) {
    this.id = id;
  }

  /** The word the schema uses. */
  public String id() {
    return id;
  }
}
