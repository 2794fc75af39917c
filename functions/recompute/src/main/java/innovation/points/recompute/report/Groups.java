package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of ranked enterprises of one kind, by id; {@link #NONE} for enterprises without a
 * group.
 */
final class Groups {

  static final String NONE = "";

  private final SortedMap<String, GroupTally> groups;

  Groups() {
    this(Map.of());
  }

  @JsonCreator
  Groups(Map<String, GroupTally> groups) {
    this.groups = new TreeMap<>(groups);
  }

  @JsonValue
  SortedMap<String, GroupTally> groups() {
    return groups;
  }

  void add(@Nullable String id, double total, Map<String, Double> points) {
    group(id == null ? NONE : id).add(total, points);
  }

  void add(Groups other) {
    other.groups.forEach((id, group) -> group(id).add(group));
  }

  private GroupTally group(String id) {
    return groups.computeIfAbsent(id, _ -> new GroupTally());
  }
}
