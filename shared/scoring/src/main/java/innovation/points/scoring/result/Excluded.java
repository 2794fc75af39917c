package innovation.points.scoring.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Excluded by the negative list: neither scored nor ranked (表3, rules §4).
 *
 * @param stage id; null where unknown
 * @param exclusions at least one, in the rulebook's order
 */
public record Excluded(
    String uscc,
    int year,
    String rulebook,
    String digest,
    @Nullable String stage,
    List<Exclusion> exclusions,
    List<String> unreported)
    implements Evaluation {

  public Excluded {
    exclusions = List.copyOf(exclusions);
    unreported = List.copyOf(unreported);
  }

  /** The ids of the excluding rules, each once. */
  public List<String> reasons() {
    return exclusions.stream().map(Exclusion::rule).toList();
  }

  /** The reasons in Chinese, one sentence per rule. */
  public List<String> sentences() {
    return exclusions.stream().map(Exclusion::reason).toList();
  }
}
