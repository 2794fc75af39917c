package innovation.points.scoring.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Not scored, not ranked: the negative list says so (表3, rules §4).
 *
 * @param stage id, null where it is not known
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

  /** The ids of the rules that exclude it, each once. */
  public List<String> reasons() {
    return exclusions.stream().map(Exclusion::rule).toList();
  }

  /** Why, in Chinese, one sentence a rule. */
  public List<String> sentences() {
    return exclusions.stream().map(Exclusion::reason).toList();
  }
}
