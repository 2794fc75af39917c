package innovation.points.recompute.segment;

import innovation.points.recompute.claims.ContestedClaims;
import innovation.points.recompute.claims.RewardSum;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingEntry.Place;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.YearScorer;
import innovation.points.store.scores.facts.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the rows of a segment with their ranks into the generation, counts them for the report,
 * and compares them with what is published. Writing them again ends in the same rows. Used once, by
 * one thread.
 */
public final class SegmentWriting {

  private static final int PART = 500;

  private final RunPlan plan;
  private final SegmentScores all;
  private final RunTables tables;
  private final Workspace workspace;
  private final Comparison comparison;
  private final PublicCards shown;
  private final SegmentReport report;
  private final RunProgress progress;
  private final FileNames names;
  private final YearScorer scorer;
  private final Set<ItemClaim> contested;
  private final Set<String> concerned;
  private final RewardSum rewards = new RewardSum();

  public SegmentWriting(
      RunPlan plan,
      Rulebook rulebook,
      SegmentScores all,
      RunTables tables,
      Workspace workspace,
      Comparison comparison,
      RunProgress progress) {
    this.plan = plan;
    this.all = all;
    this.tables = tables;
    this.workspace = workspace;
    this.comparison = comparison;
    this.shown = PublicCards.of(rulebook);
    this.report = new SegmentReport(plan, rulebook, tables.scores());
    this.progress = progress;
    this.names = FileNames.of(all.files());
    this.scorer = new YearScorer(rulebook, plan.rewards());
    var claims = RunDocuments.read(workspace, ContestedClaims.NAME, ContestedClaims.class);
    this.contested = claims.claims();
    this.concerned = claims.usccs();
  }

  public void write(int segment) {
    for (SortedRun run : all.runs()) {
      if (run.segment() == segment) {
        write(run);
        SegmentMoves.MOVES.write(workspace, run.file("moves"), comparison.moves());
      }
    }
    report.save(workspace, segment);
    RunDocuments.write(
        workspace,
        SegmentMoves.name(segment),
        new SegmentMoves(comparison.counts(), rewards.rewards(), tables.consumed()));
  }

  private void write(SortedRun run) {
    try (var rows =
            SortedRun.rows(names, tables.scores().explanations())
                .open(workspace, run.file("rows"));
        var places = SortedRun.RANKS.open(workspace, run.file("ranks"))) {
      var part = new ArrayList<ScoreRow>(PART);
      while (rows.hasNext()) {
        ScoreRow row = paid(rows.next());
        part.add(row.in(plan.run(), places.hasNext() ? rank(row, places.next()) : null));
        if (part.size() == PART || !rows.hasNext()) {
          write(part);
          part.clear();
        }
      }
    }
  }

  /** What several claim pays none of them; what that is shows only when all are scored. */
  private ScoreRow paid(ScoreRow row) {
    ScoreRow paid = concerned.contains(row.uscc()) ? scorer.without(row, contested) : row;
    rewards.add(paid.rewards());
    return paid;
  }

  private Rank rank(ScoreRow row, Place place) {
    String stage = Objects.requireNonNull(row.card().stage(), "a ranked enterprise has a stage");
    Integer of = place.overall() == null ? null : all.tally().ranked();
    return new Rank(place.overall(), of, place.stage(), all.tally().ranked(stage));
  }

  private void write(List<ScoreRow> part) {
    if (!plan.dryRun()) {
      tables.scores().put(part, names, shown);
      report.add(part);
    }
    comparison.add(part);
    progress.advance(part.size());
  }
}
