package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.diagnostics.finding.IndexAudit;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit of a generation, collected while it is scored. Its memory does not grow with the zone:
 * beyond a limit it uses a sample, and says so. Not thread-safe.
 */
public final class GenerationAudit {

  /** Takes some 100 MB and a few seconds to compute. */
  private static final int SAMPLE = 10_000;

  /** Full marks are fitted to so many enterprises of the year before. */
  private static final int FITTED = 2_000;

  private final Sampler sampler;

  public GenerationAudit(Rulebook rulebook) {
    this.sampler = new Sampler(rulebook, SAMPLE);
  }

  void add(Evaluation evaluation) {
    if (evaluation instanceof Scored scored) {
      sampler.add(scored);
    }
  }

  /** Writes the sample collected here, for {@link #add(Workspace, String)}. */
  void save(Workspace workspace, String name) {
    try (var out = new DataOutputStream(new BufferedOutputStream(workspace.create(name)))) {
      sampler.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a sample collected elsewhere. */
  public void add(Workspace workspace, String name) {
    try (var in = new DataInputStream(new BufferedInputStream(workspace.open(name)))) {
      sampler.add(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Computes the audit and stores it with the generation.
   *
   * @param before the generation published for the year before; null where there is none
   * @return what it found
   */
  public List<Finding> write(
      RunTables tables, String generation, @Nullable String before, RunProgress progress) {
    Sample sample = sampler.sample();
    progress.step("auditing", sample.size());
    Sample earlier = before == null ? null : earlier(tables.scores(), before, sample.rulebook());
    IndexAudit audit = IndexAudit.of(sample, earlier, Terms.standard(sample.size()));
    tables.audits().write(generation, audit);
    return audit.findings();
  }

  /** Enterprises of another generation, scored again by this rulebook. */
  private static Sample earlier(ScoresTable scores, String generation, Rulebook rulebook) {
    var scorer = new Scorer(rulebook);
    var sampler = new Sampler(rulebook, FITTED);
    for (ScoreRow row : scores.rows(generation, RowFilter.ALL, FITTED, null).items()) {
      if (row.card().status() == ScoreStatus.SCORED
          && scorer.score(row.input()) instanceof Scored scored) {
        sampler.add(scored);
      }
    }
    return sampler.sample();
  }
}
