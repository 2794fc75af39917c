package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts or sums by name. */
final class Counter {

  private final SortedMap<String, Long> counts;

  Counter() {
    this(Map.of());
  }

  @JsonCreator
  Counter(Map<String, Long> counts) {
    this.counts = new TreeMap<>(counts);
  }

  @JsonValue
  SortedMap<String, Long> counts() {
    return counts;
  }

  void count(String name) {
    add(name, 1);
  }

  void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  void add(Counter other) {
    other.counts.forEach(this::add);
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** The count as an int: enterprises of one zone. */
  int enterprises(String name) {
    return Math.toIntExact(of(name));
  }
}
