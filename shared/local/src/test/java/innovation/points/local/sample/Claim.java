package innovation.points.local.sample;

import java.util.function.Predicate;

/**
 * A rule and how to see that it was applied.
 *
 * @param rule with the article or table of the notice, or the paragraph of the rules
 * @param role the enterprise that is there to show it; empty where anybody may
 * @param year in which it shows
 */
record Claim(String rule, String role, int year, Predicate<Seen> holds) {

  static Claim of(String rule, String role, Predicate<Seen> holds) {
    return new Claim(rule, role, 2025, holds);
  }

  /** Of the last year, by whomever. */
  static Claim anybody(String rule, Predicate<Seen> holds) {
    return new Claim(rule, "", 2025, holds);
  }

  Claim in(int other) {
    return new Claim(rule, role, other, holds);
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
