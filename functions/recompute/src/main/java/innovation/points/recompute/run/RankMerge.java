package innovation.points.recompute.run;

import innovation.points.recompute.segment.FilesRead;
import innovation.points.recompute.segment.Merged;
import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunTally;
import innovation.points.recompute.segment.SegmentScores;
import innovation.points.recompute.segment.SortedRun;
import innovation.points.recompute.workspace.Records;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.ranking.Places;
import innovation.points.store.publication.RankingEntry.Place;
import innovation.points.store.run.Manifest.Capacity;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges the sorted runs of all segments into the ranking (rules §8): the file {@link #ORDER}, best
 * first, and beside each run the places of its enterprises. Holds one enterprise of each run.
 */
final class RankMerge {

  static final String ORDER = "order";

  private RankMerge() {}

  /** What all segments have come to. */
  static SegmentScores sum(RunPlan plan, Workspace workspace) {
    var runs = new ArrayList<SortedRun>();
    var counter = new RunTally.Counter();
    var files = new FilesRead();
    Capacity capacity = Capacity.NONE;
    for (int segment : plan.numbers()) {
      var one = RunDocuments.read(workspace, SegmentScores.name(segment), SegmentScores.class);
      runs.addAll(one.runs());
      counter.add(one.tally());
      files.add(one.inputs());
      capacity = capacity.and(one.capacity());
    }
    return new SegmentScores(runs, counter.tally(), files.inputs(), capacity);
  }

  /**
   * Ranks those of all runs.
   *
   * @param overall whether the rulebook has ranks among all
   */
  static void merge(
      List<SortedRun> runs, boolean overall, Workspace workspace, RunProgress progress) {
    var places = new Places();
    var ranks = new ArrayList<Records.Writer<Place>>();
    try (var order = RankedRow.RECORDS.create(workspace, ORDER);
        var entries =
            Merged.of(
                RankedRow.RECORDS, workspace, SortedRun.files(runs, "entries"), RankedRow.ORDER)) {
      runs.forEach(run -> ranks.add(SortedRun.RANKS.create(workspace, run.file("ranks"))));
      while (entries.hasNext()) {
        var next = entries.next();
        RankedRow one = next.record();
        var found = places.next(one.entry().stage(), one.entry().total());
        var place = new Place(overall ? found.overall() : null, found.stage());
        order.add(one.at(place));
        ranks.get(next.file()).add(place);
        progress.advance(1);
      }
      order.end();
      ranks.forEach(Records.Writer::end);
    } finally {
      ranks.forEach(Records.Writer::close);
    }
  }
}
