package innovation.points.score;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.scores.EarlierResults;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.YearScorer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Maintains the draft: the scores of all years by the current facts. What it writes depends on the
 * facts and the zone's state alone, so that repeating it does no harm. Thread-safe.
 */
final class Draft {

  /** Enterprises read at a time: enough to hide the table's latency, not enough to strain it. */
  private static final int LANES = 16;

  /** How often a batch is scored again because the zone's state changed meanwhile. */
  private static final int PASSES = 20;

  private static final int TOUCHES = 2_000;

  private final FactsTable facts;
  private final ScoresTable scores;
  private final RulebookChoice rulebooks;
  private final InstantSource clock;

  /**
   * What a change can have an effect on.
   *
   * @param years in whose draft the enterprise may be and perhaps no longer belongs
   * @param from the earliest year whose score can be another
   */
  record Affected(Set<Integer> years, int from) {
    Affected and(Affected other) {
      var both = new TreeSet<>(years);
      both.addAll(other.years);
      return new Affected(both, Math.min(from, other.from));
    }
  }

  /** What is to be written for one enterprise: only what is not in the draft already. */
  private record Plan(EnterpriseFacts facts, List<ScoreRow> rows, Set<Integer> gone) {
    String uscc() {
      return facts.uscc();
    }

    boolean isEmpty() {
      return rows.isEmpty() && gone.isEmpty();
    }
  }

  Draft(FactsTable facts, ScoresTable scores, RulebookChoice rulebooks, InstantSource clock) {
    this.facts = facts;
    this.scores = scores;
    this.rulebooks = rulebooks;
    this.clock = clock;
  }

  /**
   * Scores enterprises in the years that a change can affect, and writes what has become another.
   *
   * @return the cause of each enterprise that failed; all others are done
   */
  Map<String, RuntimeException> score(Map<String, Affected> changed) {
    ZoneState zone = facts.zone();
    for (int pass = 1; pass <= PASSES; pass++) {
      Map<String, RuntimeException> failed = write(changed, zone);
      // A change of the zone's state meanwhile must not be missed: whoever
      // changes it touches only the rows that are there at that time.
      ZoneState now = facts.zone();
      if (now.equals(zone)) {
        return failed;
      }
      zone = now;
    }
    throw new IllegalStateException(
        "the zone's state changed in each of %d passes".formatted(PASSES));
  }

  /**
   * Makes the stream deliver the enterprises again whose score in that year or later has become
   * another, so that each is scored again in the order of its changes. What changed is marked once,
   * in the year; who is not concerned is only read.
   */
  void touch(int from) {
    ZoneState zone = facts.zone();
    var years = new HashMap<String, Set<Integer>>();
    for (int year : zone.deliveries().datasets().keySet()) {
      if (year >= from) {
        scores.draftEnterprises(
            year,
            page ->
                page.forEach(uscc -> years.computeIfAbsent(uscc, _ -> new TreeSet<>()).add(year)));
      }
    }
    var concerned = new ConcurrentHashMap<String, Integer>();
    inLanes(
        years.keySet(),
        uscc -> {
          Set<Integer> known = years.getOrDefault(uscc, Set.of());
          if (!plan(uscc, new Affected(known, from), zone).isEmpty()) {
            concerned.put(uscc, known.stream().max(Integer::compare).orElse(from));
          }
        },
        (uscc, _) -> concerned.put(uscc, from));
    var byYear = new TreeMap<Integer, List<String>>();
    concerned.forEach(
        (uscc, year) -> byYear.computeIfAbsent(year, _ -> new ArrayList<>()).add(uscc));
    byYear.forEach(
        (year, all) -> {
          for (int start = 0; start < all.size(); start += TOUCHES) {
            facts.touch(all.subList(start, Math.min(start + TOUCHES, all.size())), year);
          }
        });
  }

  /** Does some work for enterprises, many at a time. */
  private static void inLanes(
      Set<String> usccs, Consumer<String> work, BiConsumer<String, RuntimeException> failed) {
    try (var executor = Executors.newFixedThreadPool(LANES)) {
      usccs.forEach(
          uscc ->
              executor.execute(
                  () -> {
                    try {
                      work.accept(uscc);
                    } catch (RuntimeException e) {
                      failed.accept(uscc, e);
                    } catch (Error e) {
                      // Otherwise an enterprise lost with its thread would count as done.
                      failed.accept(uscc, new IllegalStateException("scoring broke off", e));
                    }
                  }));
    }
  }

  private Map<String, RuntimeException> write(Map<String, Affected> changed, ZoneState zone) {
    var failed = new ConcurrentHashMap<String, RuntimeException>();
    Map<String, Affected> left = changed;
    for (int pass = 1; pass <= PASSES; pass++) {
      Set<String> moved = write(left, zone, failed);
      if (moved.isEmpty()) {
        return failed;
      }
      left = new HashMap<>(left);
      left.keySet().retainAll(moved);
    }
    throw new IllegalStateException(
        "the facts of %d enterprises changed in each of %d passes".formatted(left.size(), PASSES));
  }

  /**
   * Writes once. Changes of one enterprise may be scored in both lanes at the same time: who wrote
   * from facts that are no longer those of the table writes again, so that the last word is that of
   * the newest facts.
   *
   * @return the enterprises whose facts changed meanwhile
   */
  private Set<String> write(
      Map<String, Affected> changed, ZoneState zone, Map<String, RuntimeException> failed) {
    var plans = new ConcurrentHashMap<String, Plan>();
    inLanes(
        changed.keySet(),
        uscc -> {
          Affected affected = changed.get(uscc);
          if (affected != null) {
            plans.put(uscc, plan(uscc, affected, zone));
          }
        },
        failed::put);
    try {
      write(plans.values());
    } catch (RuntimeException _) {
      // One row that cannot be written must not stop the others.
      plans.values().forEach(plan -> writeAlone(plan, failed));
    }
    plans.values().removeIf(Plan::isEmpty);
    Set<String> moved = ConcurrentHashMap.newKeySet();
    inLanes(
        plans.keySet(),
        uscc -> {
          Plan plan = plans.get(uscc);
          if (plan != null && !facts.read(uscc).equals(plan.facts())) {
            moved.add(uscc);
          }
        },
        failed::put);
    return moved;
  }

  private void writeAlone(Plan plan, Map<String, RuntimeException> failed) {
    try {
      write(List.of(plan));
    } catch (RuntimeException e) {
      failed.put(plan.uscc(), e);
    }
  }

  private void write(Collection<Plan> plans) {
    scores.put(plans.stream().flatMap(plan -> plan.rows().stream()).toList());
    var gone = new TreeMap<Integer, List<String>>();
    for (Plan plan : plans) {
      plan.gone()
          .forEach(year -> gone.computeIfAbsent(year, _ -> new ArrayList<>()).add(plan.uscc()));
    }
    gone.forEach(scores::deleteDrafts);
  }

  private Plan plan(String uscc, Affected affected, ZoneState zone) {
    EnterpriseFacts known = facts.read(uscc);
    List<ScoreRow> rows = rows(known, affected.from(), zone);
    var gone = new TreeSet<>(affected.years());
    rows.forEach(row -> gone.remove(row.card().year()));
    var years = new TreeSet<>(gone);
    rows.forEach(row -> years.add(row.card().year()));
    Map<Integer, ScoreRow> stored = scores.drafts(years, uscc);
    gone.retainAll(stored.keySet());
    return new Plan(
        known,
        rows.stream()
            .filter(
                row -> {
                  ScoreRow before = stored.get(row.card().year());
                  return before == null || !before.says(row);
                })
            .toList(),
        gone);
  }

  private List<ScoreRow> rows(EnterpriseFacts known, int from, ZoneState zone) {
    var rows = new ArrayList<ScoreRow>();
    Map<Integer, String> stages =
        scores
            .earlier(zone.published(), List.of(known.uscc()))
            .getOrDefault(known.uscc(), new EarlierResults())
            .stages();
    Instant now = clock.instant();
    for (int year : new TreeSet<>(known.years().keySet()).tailSet(from)) {
      rulebooks
          .inEffect(year)
          .map(rulebook -> new YearScorer(rulebook, RewardTerms.DEFAULT))
          .flatMap(
              scorer -> scorer.score(year, known, zone.deliveries(), before(stages, year), now))
          .ifPresent(assessed -> rows.add(assessed.row()));
    }
    return rows;
  }

  private static Map<Integer, String> before(Map<Integer, String> stages, int year) {
    var earlier = new HashMap<>(stages);
    earlier.keySet().removeIf(published -> published >= year);
    return earlier;
  }
}
