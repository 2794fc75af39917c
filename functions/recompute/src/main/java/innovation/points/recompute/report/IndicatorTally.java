package innovation.points.recompute.report;

import innovation.points.store.scores.Detail.Indicator;

/**
 * What one indicator came to.
 *
 * @param ranked how many ranked enterprises there are
 * @param billionths the sum of their points; whole, so that no order of adding matters
 * @param scored how many enterprises were scored, ranked or not
 * @param missing how many of those have no value
 */
record IndicatorTally(int ranked, long billionths, int scored, int missing) {

  /** Points are stored with nine places. */
  static final long BILLION = 1_000_000_000L;

  static IndicatorTally of(Indicator indicator, boolean ranked) {
    return new IndicatorTally(
        ranked ? 1 : 0,
        ranked ? Math.round(indicator.points() * BILLION) : 0,
        1,
        indicator.outcome().equals("missing") ? 1 : 0);
  }

  IndicatorTally and(IndicatorTally other) {
    return new IndicatorTally(
        ranked + other.ranked,
        Math.addExact(billionths, other.billionths),
        scored + other.scored,
        missing + other.missing);
  }
}
