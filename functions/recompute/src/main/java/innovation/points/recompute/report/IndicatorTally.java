package innovation.points.recompute.report;

import innovation.points.store.scores.Detail.Indicator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tally of one indicator.
 *
 * @param ranked number of ranked enterprises
 * @param billionths the sum of their points; a whole number, so that the order of addition does not
 *     matter
 * @param missing number of ranked enterprises without a value
 * @param fifths ranked enterprises by the fifth of the full points that theirs are in, the lowest
 *     first; full points are in the highest
 */
record IndicatorTally(int ranked, long billionths, int missing, List<Integer> fifths) {

  /** Points are stored with nine decimals. */
  static final long BILLION = 1_000_000_000L;

  /** Bands of the full points; finer ones would tell figures of an enterprise. */
  static final int BANDS = 5;

  static final IndicatorTally NOBODY =
      new IndicatorTally(0, 0, 0, IntStream.range(0, BANDS).mapToObj(_ -> 0).toList());

  IndicatorTally {
    fifths = List.copyOf(fifths);
  }

  static IndicatorTally of(Indicator indicator) {
    long billionths = Math.round(indicator.points() * BILLION);
    long full = Math.round(indicator.fullPoints() * BILLION);
    int fifth = (int) Math.min(BANDS - 1, billionths * BANDS / full);
    return new IndicatorTally(
        1,
        billionths,
        indicator.outcome().equals("missing") ? 1 : 0,
        IntStream.range(0, BANDS).mapToObj(band -> band == fifth ? 1 : 0).toList());
  }

  IndicatorTally and(IndicatorTally other) {
    return new IndicatorTally(
        ranked + other.ranked,
        Math.addExact(billionths, other.billionths),
        missing + other.missing,
        IntStream.range(0, BANDS)
            .mapToObj(band -> fifths.get(band) + other.fifths.get(band))
            .toList());
  }

  /** Ranked enterprises between two shares of the full points, in percent: multiples of 20. */
  int between(int from, int to) {
    return fifths.subList(from * BANDS / 100, to * BANDS / 100).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
