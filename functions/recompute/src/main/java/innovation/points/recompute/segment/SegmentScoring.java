package innovation.points.recompute.segment;

import innovation.points.recompute.claims.SegmentClaims;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.facts.Contribution;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.EarlierResults;
import innovation.points.store.scores.YearScorer;
import innovation.points.store.scores.YearScorer.Assessed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores every enterprise of a segment that is on the roster, and leaves the results in the
 * workspace as sorted runs. Holds the facts of a few enterprises and the results of one run at a
 * time. Used once, by one thread.
 */
public final class SegmentScoring {

  /** Enterprises whose earlier stages are read in one go. */
  private static final int PART = 50;

  private final RunPlan plan;
  private final int segment;
  private final RunTables tables;
  private final Workspace workspace;
  private final RunProgress progress;
  private final YearScorer scorer;
  private final GenerationAudit audit;
  private final FilesRead files = new FilesRead();
  private final RunTally.Counter counter = new RunTally.Counter();
  private final List<EnterpriseFacts> waiting = new ArrayList<>(PART);
  private final RunWriter runs;
  private final SegmentClaims claims;

  public SegmentScoring(
      RunPlan plan,
      int segment,
      Rulebook rulebook,
      RunTables tables,
      Workspace workspace,
      RunProgress progress) {
    this.plan = plan;
    this.segment = segment;
    this.tables = tables;
    this.workspace = workspace;
    this.progress = progress;
    this.scorer = new YearScorer(rulebook, plan.rewards());
    this.audit = new GenerationAudit(rulebook);
    this.runs = new RunWriter(segment, rulebook, workspace);
    this.claims = new SegmentClaims(segment, workspace);
  }

  public void score() {
    try (claims) {
      tables.facts().scanFiles(segment, plan.segments(), this::add);
      scoreWaiting();
      claims.end();
    }
    List<SortedRun> written = runs.finish();
    audit.save(workspace, SegmentScores.sample(segment));
    RunDocuments.write(
        workspace,
        SegmentScores.name(segment),
        new SegmentScores(written, counter.tally(), files.inputs(), tables.consumed()));
  }

  private void add(EnterpriseFacts known, List<Contribution> contributions) {
    progress.advance(0);
    if (scorer.evaluates(plan.year(), known)) {
      waiting.add(known);
      claims.add(known.uscc(), scorer.claims(plan.year(), known));
      files.add(contributions);
    }
    if (waiting.size() == PART) {
      scoreWaiting();
    }
  }

  private void scoreWaiting() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<String, EarlierResults> published =
        tables.scores().earlier(earlier(), waiting.stream().map(EnterpriseFacts::uscc).toList());
    var deliveries = plan.zone().deliveries();
    for (EnterpriseFacts known : waiting) {
      EarlierResults before = published.getOrDefault(known.uscc(), new EarlierResults());
      scorer
          .score(plan.year(), known, deliveries, before.stages(), plan.at())
          .ifPresent(one -> keep(one, before.result(plan.year() - 1)));
    }
    progress.advance(waiting.size());
    waiting.clear();
  }

  private void keep(Assessed one, Card.@Nullable Before before) {
    audit.add(one.evaluation());
    counter.add(one);
    runs.add(one.row().after(before), one.ranks());
  }

  /** The generations published for earlier years. */
  private Map<Integer, String> earlier() {
    var earlier = new HashMap<>(plan.published());
    earlier.keySet().removeIf(published -> published >= plan.year());
    return earlier;
  }
}
