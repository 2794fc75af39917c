package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.scores.Detail.FactUsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a result.
 *
 * @param text in Chinese; null where a department reads it that may not see other's figures, and of
 *     what is about no figure
 * @param total points; null where there is no score
 * @param facts that are behind it
 */
@JsonPropertyOrder({"text", "total", "facts"})
public record PartStanding(@Nullable String text, @Nullable Double total, List<FactUsed> facts) {
  public PartStanding {
    facts = List.copyOf(facts);
  }

  /**
   * Whether other facts are behind it: other figures, or more or fewer of them; what no facts are
   * behind differs by what it says.
   */
  public boolean differsFrom(PartStanding other) {
    Map<List<Object>, Integer> values = values();
    return !values.equals(other.values())
        || (values.isEmpty() && !Objects.equals(text, other.text));
  }

  /** The facts that another standing does not have with the same value. */
  public List<FactUsed> unlike(PartStanding other) {
    Set<List<Object>> there = other.values().keySet();
    return facts.stream()
        .filter(fact -> !there.contains(List.of(fact.field(), fact.value())))
        .toList();
  }

  private Map<List<Object>, Integer> values() {
    var counts = new HashMap<List<Object>, Integer>();
    facts.forEach(fact -> counts.merge(List.of(fact.field(), fact.value()), 1, Integer::sum));
    return counts;
  }

  /** The same without figures. */
  public PartStanding withheld() {
    return new PartStanding(null, total, List.of());
  }
}
