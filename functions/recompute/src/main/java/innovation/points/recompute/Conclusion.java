package innovation.points.recompute;

import innovation.points.scoring.Rulebook;
import innovation.points.store.scores.Changes;
import innovation.points.store.scores.Changes.Kind;
import innovation.points.store.scores.Changes.Move;
import innovation.points.store.scores.Lease;
import innovation.points.store.scores.Manifest;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.Manifest.Input;
import innovation.points.store.scores.RunLists;
import innovation.points.store.scores.Runs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run's computation: what is written is read back, the audit and the public files are
 * made, and the run says what it was made of and what it changes. Used once, by one thread.
 */
final class Conclusion {

  private final Plan plan;
  private final Rulebook rulebook;
  private final Tables tables;
  private final Workspace workspace;
  private final Watch watch;
  private final SegmentScores all;

  Conclusion(Plan plan, Rulebook rulebook, Tables tables, Workspace workspace, Watch watch) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.tables = tables;
    this.workspace = workspace;
    this.watch = watch;
    this.all = Documents.read(workspace, SegmentScores.ALL, SegmentScores.class);
  }

  /** Makes the generation ready to be published; nothing to do in a dry run. */
  void finish(YearFiles files) {
    if (plan.dryRun()) {
      return;
    }
    GenerationCheck.verify(plan, all, tables, workspace, watch);
    audit();
    files.write(
        plan.year(),
        plan.run(),
        rulebook,
        () -> Candidate.RECORDS.open(workspace, RankMerge.ORDER));
    new YearReport(plan, rulebook).write(tables.rankings(), workspace, files);
  }

  private void audit() {
    var audit = new GenerationAudit(rulebook);
    plan.numbers().forEach(segment -> audit.add(workspace, SegmentScores.sample(segment)));
    audit.write(tables.audits(), plan.run(), watch);
  }

  /** Tells of the run what it came to; it is complete then. */
  void tell(Runs runs, Lease lease, Comparison comparison) {
    watch.step("comparing", all.tally().size());
    List<String> moves = new ArrayList<>(SortedRun.files(all.runs(), "moves"));
    if (plan.against() != null) {
      moves.addAll(new StruckOff(comparison, workspace).find(plan.against(), tables, all.runs()));
    }
    List<Input> inputs = FilesRead.counting(all.inputs(), plan.year());
    List<Move> first = list(inputs, moves);
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    comparison.counts().forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
    Capacity capacity = all.capacity();
    for (int segment : plan.numbers()) {
      var one = Documents.read(workspace, SegmentMoves.name(segment), SegmentMoves.class);
      one.counts().forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
      capacity = capacity.and(one.capacity());
    }
    runs.describe(lease, manifest(inputs, capacity.and(tables.consumed())));
    runs.complete(lease, all.tally().counts(), changes(plan.against(), counts, first));
  }

  /** Writes the lists of the run. */
  private List<Move> list(List<Input> inputs, List<String> files) {
    tables.lists().replace(plan.run(), RunLists.INPUTS, inputs.iterator());
    tables.lists().replace(plan.run(), RunLists.FILES, all.files().iterator());
    try (var moves = Merged.of(SegmentMoves.MOVES, workspace, files, Comparison.ORDER)) {
      var listed = new Listed(moves);
      tables.lists().replace(plan.run(), RunLists.CHANGES, listed);
      return listed.first;
    }
  }

  private Manifest manifest(List<Input> inputs, Capacity capacity) {
    return new Manifest(
        FilesRead.summary(plan.year(), inputs, plan.zone()),
        all.tally().statuses(),
        all.tally().rewards(),
        capacity);
  }

  private static Changes changes(
      @Nullable String against, Map<Kind, Integer> counts, List<Move> first) {
    return new Changes(
        against,
        counts.getOrDefault(Kind.ENTERED, 0),
        counts.getOrDefault(Kind.LEFT, 0),
        counts.getOrDefault(Kind.STAGE, 0),
        counts.getOrDefault(Kind.RANK, 0),
        counts.getOrDefault(Kind.TOTAL, 0),
        first);
  }

  /** The moves on their way into the list; the first of them stand in the run itself too. */
  private static final class Listed implements Iterator<Move> {

    private final Iterator<Merged.Item<Move>> moves;
    private final List<Move> first = new ArrayList<>();

    Listed(Iterator<Merged.Item<Move>> moves) {
      this.moves = moves;
    }

    @Override
    public boolean hasNext() {
      return moves.hasNext();
    }

    @Override
    public Move next() {
      Move move = moves.next().record();
      if (first.size() < Changes.FIRST) {
        first.add(move.brief());
      }
      return move;
    }
  }
}
