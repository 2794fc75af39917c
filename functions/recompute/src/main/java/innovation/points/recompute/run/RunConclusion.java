package innovation.points.recompute.run;

import innovation.points.recompute.checks.RunChecks;
import innovation.points.recompute.claims.RewardSum;
import innovation.points.recompute.figures.ZoneFigures;
import innovation.points.recompute.figures.ZoneTally;
import innovation.points.recompute.report.Analysis;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.segment.Comparison;
import innovation.points.recompute.segment.FilesRead;
import innovation.points.recompute.segment.Merged;
import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.segment.SegmentMoves;
import innovation.points.recompute.segment.SegmentReport;
import innovation.points.recompute.segment.SegmentScores;
import innovation.points.recompute.segment.SortedRun;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.IndicatorMean;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.run.Manifest.Input;
import innovation.points.store.run.Manifest.Rewards;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Kind;
import innovation.points.store.run.RunChanges.Move;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.facts.FileNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run's computation: reads back what was written, makes the public files and figures,
 * and records the inputs and the changes of the run. Used once, by one thread.
 */
final class RunConclusion {

  private final RunPlan plan;
  private final Rulebook rulebook;
  private final RunTables tables;
  private final Workspace workspace;
  private final RunProgress progress;
  private final SegmentScores all;

  RunConclusion(
      RunPlan plan,
      Rulebook rulebook,
      RunTables tables,
      Workspace workspace,
      RunProgress progress) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.tables = tables;
    this.workspace = workspace;
    this.progress = progress;
    this.all = RunDocuments.read(workspace, SegmentScores.ALL, SegmentScores.class);
  }

  /** Prepares the generation for publication; does nothing in a dry run. */
  void finish(YearFiles files) {
    if (plan.dryRun()) {
      return;
    }
    GenerationCheck.verify(plan, all, tables, workspace, progress);
    files.write(
        plan.year(),
        plan.run(),
        rulebook,
        () -> RankedRow.RECORDS.open(workspace, RankMerge.ORDER));
    figures();
  }

  /** Writes the figures of the zone and of the indicators. */
  private void figures() {
    var zone = new ZoneTally();
    var tally = new ReportTally();
    for (int segment : plan.numbers()) {
      zone.add(RunDocuments.read(workspace, SegmentReport.zone(segment), ZoneTally.Document.class));
      tally.add(RunDocuments.read(workspace, SegmentReport.name(segment), ReportTally.class));
    }
    tables
        .lists()
        .replace(plan.run(), ZoneFigure.OF_GENERATION, ZoneFigures.of(zone, rulebook).iterator());
    tables
        .lists()
        .replace(
            plan.run(), IndicatorMean.OF_GENERATION, Analysis.means(tally, rulebook).iterator());
  }

  /**
   * Records the result of the run, which is complete then.
   *
   * @param kept where the files lie that its documents are made from
   */
  void tell(Runs runs, RunLease lease, Comparison comparison, RunChecks checks, String kept) {
    progress.step("comparing", all.tally().size());
    List<String> moves = new ArrayList<>(SortedRun.files(all.runs(), "moves"));
    if (plan.against() != null) {
      moves.addAll(new LeftRoster(comparison, workspace).find(plan.against(), tables, all.runs()));
    }
    List<Input> inputs = FilesRead.counting(all.inputs(), plan.year());
    List<Move> first = list(inputs, moves);
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    comparison.counts().forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
    var rewards = new RewardSum();
    Capacity capacity = all.capacity();
    for (int segment : plan.numbers()) {
      var one = RunDocuments.read(workspace, SegmentMoves.name(segment), SegmentMoves.class);
      one.counts().forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
      rewards.add(one.rewards());
      capacity = capacity.and(one.capacity());
    }
    runs.describe(lease, manifest(inputs, rewards.rewards(), capacity.and(tables.consumed())));
    runs.complete(
        lease,
        all.tally().counts(),
        changes(plan.against(), counts, first),
        checks(checks),
        plan.dryRun() ? null : kept);
  }

  private List<RunCheck> checks(RunChecks checks) {
    try (var ranked = RankedRow.RECORDS.open(workspace, RankMerge.ORDER)) {
      return checks.of(plan, rulebook, all.tally().counts(), ranked, tables);
    }
  }

  /** Writes the lists of the run. */
  private List<Move> list(List<Input> inputs, List<String> files) {
    tables.lists().replace(plan.run(), Manifest.INPUTS, inputs.iterator());
    tables.lists().replace(plan.run(), FileNames.FILES, all.files().iterator());
    try (var moves = Merged.of(SegmentMoves.MOVES, workspace, files, Comparison.ORDER)) {
      var listed = new Listed(moves);
      tables.lists().replace(plan.run(), RunChanges.MOVES, listed);
      return listed.first;
    }
  }

  private Manifest manifest(List<Input> inputs, Rewards rewards, Capacity capacity) {
    return new Manifest(
        FilesRead.summary(plan.year(), inputs, plan.zone()),
        all.tally().statuses(),
        rewards,
        capacity);
  }

  private static RunChanges changes(
      @Nullable String against, Map<Kind, Integer> counts, List<Move> first) {
    return new RunChanges(
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
      if (first.size() < RunChanges.FIRST) {
        first.add(move.brief());
      }
      return move;
    }
  }
}
