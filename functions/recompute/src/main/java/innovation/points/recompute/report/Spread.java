package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.scoring.ranking.Quantile;
import innovation.points.scoring.rulebook.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The frequencies of published points. Points have two decimals and end near a hundred, so this is
 * exact and does not grow with the zone. Statistics are rounded as in the overview: two decimals,
 * half to even.
 */
final class Spread {

  private static final int PLACES = 2;
  private static final double HUNDRED = 100;

  private final SortedMap<Integer, Integer> hundredths;

  Spread() {
    this(Map.of());
  }

  @JsonCreator
  Spread(Map<Integer, Integer> hundredths) {
    this.hundredths = new TreeMap<>(hundredths);
  }

  @JsonValue
  SortedMap<Integer, Integer> hundredths() {
    return hundredths;
  }

  /** Adds points with two decimals. */
  void add(double points) {
    hundredths.merge(hundredths(points), 1, Integer::sum);
  }

  void add(Spread other) {
    other.hundredths.forEach((value, times) -> hundredths.merge(value, times, Integer::sum));
  }

  /** Points with two decimals as a whole number. */
  static int hundredths(double points) {
    return Math.toIntExact(Math.round(points * HUNDRED));
  }

  int count() {
    return hundredths.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of points from one value (inclusive) to another (exclusive). */
  int count(int from, int to) {
    return hundredths.subMap(from * (int) HUNDRED, to * (int) HUNDRED).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** The mean; requires at least one value. */
  double mean() {
    long sum = 0;
    for (var entry : hundredths.entrySet()) {
      sum += (long) entry.getKey() * entry.getValue();
    }
    return mean(sum, count());
  }

  /** The mean of {@code count} values whose hundredths have a sum. */
  static double mean(long sum, int count) {
    return BigDecimal.valueOf(sum, PLACES)
        .divide(BigDecimal.valueOf(count), PLACES, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  double highest() {
    return hundredths.lastKey() / HUNDRED;
  }

  /** The value below which a share of the values lies. */
  double quantile(double share) {
    return Rounding.halfEven(Quantile.of(share, count(), this::at), PLACES);
  }

  /** The value at an index of the ascending order. */
  private double at(int place) {
    int passed = 0;
    for (var entry : hundredths.entrySet()) {
      passed += entry.getValue();
      if (place < passed) {
        return entry.getKey() / HUNDRED;
      }
    }
    throw new IllegalArgumentException(
        "expected a place below %d, found %d".formatted(passed, place));
  }
}
