package innovation.points.recompute.segment;

import innovation.points.store.publication.RankingList;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Manifest;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.YearScorer.Assessed;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Enterprises in figures, of a segment or of all.
 *
 * @param statuses how many by status and, in it, by stage
 * @param lists how many are ranked, by the id of the list they stand in
 */
public record RunTally(
    SortedMap<String, SortedMap<String, Integer>> statuses, SortedMap<String, Integer> lists) {

  /** How many enterprises are on the roster. */
  public int size() {
    return statuses.values().stream().mapToInt(RunTally::sum).sum();
  }

  /** How many are ranked. */
  public int ranked() {
    return lists.getOrDefault(RankingList.ALL.id(), 0);
  }

  /** How many of a stage are ranked. */
  int ranked(String stage) {
    return lists.getOrDefault(RankingList.stage(stage).id(), 0);
  }

  public GenerationCounts counts() {
    var stages = new TreeMap<String, Integer>();
    lists.forEach(
        (list, count) ->
            new RankingList(list).stage().ifPresent(stage -> stages.put(stage, count)));
    return new GenerationCounts(
        size(),
        of(ScoreStatus.SCORED),
        ranked(),
        of(ScoreStatus.EXCLUDED),
        of(ScoreStatus.INCOMPLETE),
        stages,
        lists);
  }

  private int of(ScoreStatus status) {
    return sum(statuses.getOrDefault(status.id(), new TreeMap<>()));
  }

  private static int sum(SortedMap<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts enterprises one by one, or tallies together. Not thread-safe. */
  public static final class Counter {

    private final SortedMap<String, SortedMap<String, Integer>> statuses = new TreeMap<>();
    private final SortedMap<String, Integer> lists = new TreeMap<>();

    void add(Assessed assessed) {
      ScoreRow row = assessed.row();
      String known = row.card().stage();
      String stage = known == null ? Manifest.UNKNOWN_STAGE : known;
      count(row.status().id(), stage, 1);
      if (assessed.ranks()) {
        RankingList.of(stage, row.industry(), row.cluster())
            .forEach(list -> lists.merge(list.id(), 1, Integer::sum));
      }
    }

    public void add(RunTally tally) {
      tally.statuses.forEach(
          (status, stages) -> stages.forEach((stage, more) -> count(status, stage, more)));
      tally.lists.forEach((list, more) -> lists.merge(list, more, Integer::sum));
    }

    public RunTally tally() {
      return new RunTally(statuses, lists);
    }

    private void count(String status, String stage, int more) {
      statuses.computeIfAbsent(status, _ -> new TreeMap<>()).merge(stage, more, Integer::sum);
    }
  }
}
