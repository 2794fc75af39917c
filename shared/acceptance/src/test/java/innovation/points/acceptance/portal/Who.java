package innovation.points.acceptance.portal;

/** The kinds of visitors. */
public enum Who {
  /** Not signed in. */
  ANYBODY,
  /** Signed in, but in none of the groups. */
  UNASSIGNED,
  ENTERPRISE,
  DEPARTMENT,
  BUREAU,
  APPROVER,
  AUDITOR
}
