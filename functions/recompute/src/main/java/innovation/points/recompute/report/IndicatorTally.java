package innovation.points.recompute.report;

import innovation.points.store.scores.Detail.Indicator;

/**
 * The tally of one indicator.
 *
 * @param ranked number of ranked enterprises
 * @param billionths the sum of their points; a whole number, so that the order of addition does not
 *     matter
 * @param missing number of ranked enterprises without a value
 */
record IndicatorTally(int ranked, long billionths, int missing) {

  /** Points are stored with nine decimals. */
  static final long BILLION = 1_000_000_000L;

  static IndicatorTally of(Indicator indicator) {
    return new IndicatorTally(
        1, Math.round(indicator.points() * BILLION), indicator.outcome().equals("missing") ? 1 : 0);
  }

  IndicatorTally and(IndicatorTally other) {
    return new IndicatorTally(
        ranked + other.ranked,
        Math.addExact(billionths, other.billionths),
        missing + other.missing);
  }
}
