package innovation.points.datasets.catalogue;

/** Who may know what a field holds. */
public enum FieldClass {
  /** Anybody. */
  PUBLIC("公开"),
  /** Departments and the bureau. */
  INTERNAL("内部"),
  /** The department that reports it, the bureau and the enterprise itself. */
  SENSITIVE("敏感");

  private final String title;

  FieldClass(String title) {
    this.title = title;
  }

  /** As schemas have it, in Chinese. */
  public String title() {
    return title;
  }
}
