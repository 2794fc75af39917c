package innovation.points.acceptance.samplezone.coverage;

import java.util.function.Predicate;

/**
 * A rule, and a check that it was applied.
 *
 * @param rule with the article or table of the notice, or the paragraph of the rules
 * @param role the enterprise that shows it; empty where any may
 * @param year in which it shows
 */
record CoverageClaim(String rule, String role, int year, Predicate<Seen> holds) {

  static CoverageClaim of(String rule, String role, Predicate<Seen> holds) {
    return new CoverageClaim(rule, role, 2025, holds);
  }

  /** A claim for the last year that any enterprise may show. */
  static CoverageClaim anybody(String rule, Predicate<Seen> holds) {
    return new CoverageClaim(rule, "", 2025, holds);
  }

  CoverageClaim in(int other) {
    return new CoverageClaim(rule, role, other, holds);
  }

  boolean shownBy(Seen seen) {
    return seen.year() == year
        && (role.isEmpty() || seen.enterprise().role.equals(role))
        && holds.test(seen);
  }

  @Override
  public String toString() {
    return rule + (role.isEmpty() ? "" : " — " + role);
  }
}
