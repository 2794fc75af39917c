package innovation.points.recompute.segment;

import innovation.points.recompute.figures.ZoneTally;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.aggregate.Aggregates;
import innovation.points.scoring.ranking.Rising;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a segment for the figures of the zone and for the analysis report, each beside
 * the enterprise's result in the published year before, and leaves the tallies in the workspace.
 * Not thread-safe.
 */
public final class SegmentReport {

  private final ScoresTable scores;
  private final @Nullable String before;
  private final Rising rising;
  private final Aggregates aggregates;
  private final ReportTally tally = new ReportTally();
  private final ZoneTally zone = new ZoneTally();

  SegmentReport(RunPlan plan, Rulebook rulebook, ScoresTable scores) {
    this.rising = new Rising(rulebook);
    this.aggregates = new Aggregates(rulebook);
    this.scores = scores;
    this.before = before(plan);
  }

  /** The generation published for the year before; null where there is none. */
  public static @Nullable String before(RunPlan plan) {
    return plan.published().get(plan.year() - 1);
  }

  public static String name(int segment) {
    return "reported-%04d".formatted(segment);
  }

  /** The contributions of a segment to the figures of the zone. */
  public static String zone(int segment) {
    return "zone-%04d".formatted(segment);
  }

  /** Takes rows with their ranks. */
  void add(List<ScoreRow> part) {
    Map<String, ScoreRow> earlier =
        before == null
            ? Map.of()
            : scores.rows(
                before, part.stream().filter(ScoreRow::ranked).map(ScoreRow::uscc).toList());
    for (ScoreRow row : part) {
      ScoreRow one = earlier.get(row.uscc());
      tally.add(row, one == null ? null : one.card(), rising);
      zone.add(row, aggregates.of(row.input()));
    }
  }

  void save(Workspace workspace, int segment) {
    RunDocuments.write(workspace, name(segment), tally);
    RunDocuments.write(workspace, zone(segment), zone.document());
  }
}
