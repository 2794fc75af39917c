package innovation.points.recompute.segment;

import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.run.Manifest.Input;
import innovation.points.store.scores.facts.FileNames.Source;
import java.util.List;

/**
 * What scoring a segment, or all of them, has come to; a document of the workspace.
 *
 * @param runs the sorted runs it has written
 * @param inputs the versions of files that were read
 * @param capacity what it consumed
 */
public record SegmentScores(
    List<SortedRun> runs, RunTally tally, List<Input> inputs, Capacity capacity) {

  /** All segments in one. */
  public static final String ALL = "scored";

  /** The versions of files that the rows name. */
  public List<Source> files() {
    return inputs.stream().map(Input::source).toList();
  }

  /** The same, with what has been consumed since. */
  public SegmentScores costing(Capacity more) {
    return new SegmentScores(runs, tally, inputs, capacity.and(more));
  }

  /** Of one segment. */
  public static String name(int segment) {
    return "scored-%04d".formatted(segment);
  }

  /** The audit's sample of a segment. */
  public static String sample(int segment) {
    return "sample-%04d".formatted(segment);
  }
}
