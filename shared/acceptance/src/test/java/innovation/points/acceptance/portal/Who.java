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
  AUDITOR,
  /** Of a bank to which the enterprise shown has granted its profile. */
  BANK
}
