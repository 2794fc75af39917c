package innovation.points.datasets.catalogue;

/** How many rows per enterprise a file of the dataset may hold. */
public enum Shape {
  /** One row per enterprise. */
  PER_ENTERPRISE("per-enterprise"),
  /** Any number of rows per enterprise, each with its own natural key. */
  LINE_ITEMS("line-items");

  private final String id;

  Shape(String id) {
    this.id = id;
  }

  /** The id used in schemas. */
  public String id() {
    return id;
  }
}
