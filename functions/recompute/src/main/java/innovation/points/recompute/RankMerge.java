package innovation.points.recompute;

import innovation.points.scoring.Places;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.RankingEntry.Place;
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
  static SegmentScores sum(Plan plan, Workspace workspace) {
    var runs = new ArrayList<SortedRun>();
    var counter = new Tally.Counter();
    var files = new FilesRead();
    Capacity capacity = Capacity.NONE;
    for (int segment : plan.numbers()) {
      var one = Documents.read(workspace, SegmentScores.name(segment), SegmentScores.class);
      runs.addAll(one.runs());
      counter.add(one.tally());
      files.add(one.inputs());
      capacity = capacity.and(one.capacity());
    }
    return new SegmentScores(runs, counter.tally(), files.inputs(), capacity);
  }

  static void merge(List<SortedRun> runs, Workspace workspace, Watch watch) {
    var places = new Places();
    var ranks = new ArrayList<Records.Writer<Place>>();
    try (var order = Candidate.RECORDS.create(workspace, ORDER);
        var entries =
            Merged.of(
                Candidate.RECORDS, workspace, SortedRun.files(runs, "entries"), Candidate.ORDER)) {
      runs.forEach(run -> ranks.add(SortedRun.RANKS.create(workspace, run.file("ranks"))));
      while (entries.hasNext()) {
        var next = entries.next();
        Candidate one = next.record();
        var found = places.next(one.entry().stage(), one.entry().total());
        var place = new Place(found.overall(), found.stage());
        order.add(one.at(place));
        ranks.get(next.file()).add(place);
        watch.advance(1);
      }
      order.end();
      ranks.forEach(Records.Writer::end);
    } finally {
      ranks.forEach(Records.Writer::close);
    }
  }
}
