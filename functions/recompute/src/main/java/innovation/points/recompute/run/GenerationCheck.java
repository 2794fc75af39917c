package innovation.points.recompute.run;

import innovation.points.recompute.segment.Merged;
import innovation.points.recompute.segment.RosterCheck;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.segment.SegmentScores;
import innovation.points.recompute.segment.SortedRun;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.scores.ScoresTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a generation back: only a complete one is published. */
final class GenerationCheck {

  /** Rows of earlier attempts that are deleted in one batch. */
  private static final int PART = 500;

  private GenerationCheck() {}

  /**
   * Deletes what an earlier attempt left, and counts the rest.
   *
   * @throws IllegalStateException where rows or pages are missing
   */
  static void verify(
      RunPlan plan,
      SegmentScores all,
      RunTables tables,
      Workspace workspace,
      RunProgress progress) {
    progress.step("verifying", all.tally().size());
    var lacking = new AtomicInteger();
    var stray = new ArrayList<String>();
    try (var roster = roster(all.runs(), workspace)) {
      var check =
          new RosterCheck(
              roster,
              _ -> lacking.incrementAndGet(),
              uscc -> {
                stray.add(uscc);
                if (stray.size() == PART) {
                  delete(plan, tables, stray);
                }
              });
      tables
          .scores()
          .generationEnterprises(
              plan.run(),
              found -> {
                check.found(found);
                progress.advance(found.size());
              });
      check.end();
    }
    delete(plan, tables, stray);
    int expected = all.tally().lists().values().stream().mapToInt(RankingPage::pages).sum();
    int pages = tables.rankings().count(plan.run());
    if (lacking.get() > 0 || pages != expected) {
      throw new IllegalStateException(
          "generation %s lacks %d rows and has %d of %d ranking pages"
              .formatted(plan.run(), lacking.get(), pages, expected));
    }
  }

  /** The enterprises of a run in {@link ScoresTable#ORDER}. */
  static Merged<String> roster(List<SortedRun> runs, Workspace workspace) {
    return Merged.of(
        SortedRun.CODES, workspace, SortedRun.files(runs, "roster"), ScoresTable.ORDER);
  }

  private static void delete(RunPlan plan, RunTables tables, List<String> stray) {
    tables.scores().deleteRows(plan.run(), stray);
    stray.clear();
  }
}
