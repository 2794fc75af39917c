package innovation.points.recompute.report;

import innovation.points.store.scores.Detail.Indicator;

/**
 * The tally of one indicator.
 *
 * @param ranked number of ranked enterprises
 * @param billionths the sum of their points; a whole number, so that the order of addition does not
 *     matter
 * @param scored number of scored enterprises, ranked or not
 * @param missing number of scored enterprises without a value
 */
record IndicatorTally(int ranked, long billionths, int scored, int missing) {

  /** Points are stored with nine decimals. */
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
