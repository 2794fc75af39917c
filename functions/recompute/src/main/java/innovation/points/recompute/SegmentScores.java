package innovation.points.recompute;

import innovation.points.store.scores.FileNames;
import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.Manifest.Input;
import java.util.List;

/**
 * What scoring a segment, or all of them, has come to; a document of the workspace.
 *
 * @param runs the sorted runs it has written
 * @param inputs the versions of files that were read
 * @param capacity what it consumed
 */
record SegmentScores(List<SortedRun> runs, Tally tally, List<Input> inputs, Capacity capacity) {

  /** All segments in one. */
  static final String ALL = "scored";

  /** The versions of files that the rows name. */
  List<Source> files() {
    return inputs.stream().map(FileNames::source).toList();
  }

  /** The same, with what has been consumed since. */
  SegmentScores costing(Capacity more) {
    return new SegmentScores(runs, tally, inputs, capacity.and(more));
  }

  /** Of one segment. */
  static String name(int segment) {
    return "scored-%04d".formatted(segment);
  }

  /** The audit's sample of a segment. */
  static String sample(int segment) {
    return "sample-%04d".formatted(segment);
  }
}
