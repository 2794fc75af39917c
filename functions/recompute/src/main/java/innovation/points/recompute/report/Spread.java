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
 * Published points and how often each occurs. They have two places and end near a hundred, so this
 * is exact and does not grow with the zone. What is said of them is said as in the overview: two
 * places, half to even.
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

  /** Adds points of two places. */
  void add(double points) {
    hundredths.merge(hundredths(points), 1, Integer::sum);
  }

  void add(Spread other) {
    other.hundredths.forEach((value, times) -> hundredths.merge(value, times, Integer::sum));
  }

  /** Points of two places as a whole number. */
  static int hundredths(double points) {
    return Math.toIntExact(Math.round(points * HUNDRED));
  }

  int count() {
    return hundredths.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many lie from one value (in) to another (out). */
  int count(int from, int to) {
    return hundredths.subMap(from * (int) HUNDRED, to * (int) HUNDRED).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Of at least one. */
  double mean() {
    long sum = 0;
    for (var entry : hundredths.entrySet()) {
      sum += (long) entry.getKey() * entry.getValue();
    }
    return mean(sum, count());
  }

  /** The mean of so many whose hundredths have that sum. */
  static double mean(long sum, int count) {
    return BigDecimal.valueOf(sum, PLACES)
        .divide(BigDecimal.valueOf(count), PLACES, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  double highest() {
    return hundredths.lastKey() / HUNDRED;
  }

  /** The value below which a share of them lies. */
  double quantile(double share) {
    return Rounding.halfEven(Quantile.of(share, count(), this::at), PLACES);
  }

  /** The one at a place in their order, from 0. */
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
