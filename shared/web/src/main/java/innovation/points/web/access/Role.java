package innovation.points.web.access;

/** A right a token can carry in {@code cognito:groups}. */
public enum Role {
  /** 区科学技术局: runs the system. */
  BUREAU("bureau"),
  /** A department that delivers data and reads results. */
  DEPARTMENT("department"),
  /** One enterprise, for what is its own. */
  ENTERPRISE("enterprise");

  private final String group;

  Role(String group) {
    this.group = group;
  }

  /** The group's name in the token. */
  public String group() {
    return group;
  }
}
