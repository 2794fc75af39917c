package innovation.points.acceptance.portal;

/** Who can sit before the pages. */
enum Who {
  /** Not signed in. */
  ANYBODY,
  /** Signed in, but in none of the groups. */
  UNASSIGNED,
  ENTERPRISE,
  DEPARTMENT,
  BUREAU
}
