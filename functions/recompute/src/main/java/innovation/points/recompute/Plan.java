package innovation.points.recompute;

import innovation.points.scoring.Deliveries;
import innovation.points.scoring.RewardTerms;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.scores.Changes.Thresholds;
import innovation.points.store.scores.Run.RulebookUsed;
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
record Plan(
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

  Plan {
    delivered = Map.copyOf(delivered);
    published = Map.copyOf(published);
  }

  /** The zone's state the scores are made by. */
  ZoneState zone() {
    return new ZoneState(new Deliveries(delivered), published);
  }

  /** The numbers of the segments. */
  List<Integer> numbers() {
    return IntStream.range(0, segments).boxed().toList();
  }
}
