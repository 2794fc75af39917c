package innovation.points.recompute.segment;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.run.RunChanges.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What every step of a run goes by: decided once, when it begins.
 *
 * @param run also the generation it makes
 * @param rulebook by which all segments score
 * @param delivered dataset ids by year
 * @param published generations by year
 * @param against the generation it is compared with; null where the year has none
 * @param at when the enterprises are evaluated: the same in every attempt, so that an attempt that
 *     is repeated writes the same rows
 * @param segments in how many parts the facts are read
 */
public record RunPlan(
    int year,
    String run,
    boolean dryRun,
    RulebookUsed rulebook,
    Map<Integer, Set<String>> delivered,
    Map<Integer, String> published,
    @Nullable String against,
    Instant at,
    Thresholds thresholds,
    RewardTerms rewards,
    int segments) {

  /** Its name in a workspace. */
  public static final String NAME = "plan";

  public RunPlan {
    delivered = Map.copyOf(delivered);
    published = Map.copyOf(published);
  }

  /** The zone's state the scores are made by. */
  public ZoneState zone() {
    return new ZoneState(new Deliveries(delivered), published);
  }

  /** The numbers of the segments. */
  public List<Integer> numbers() {
    return IntStream.range(0, segments).boxed().toList();
  }
}
