package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.finding.IndexAudit;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.Audits;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The audit of a generation, collected while it is scored. Its memory does not grow with the zone:
 * beyond a limit it uses a sample, and says so. Not thread-safe.
 */
public final class GenerationAudit {

  /** Takes some 100 MB and a few seconds to compute. */
  private static final int SAMPLE = 10_000;

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

  /** Computes the audit and stores it with the generation. */
  public void write(Audits audits, String generation, RunProgress progress) {
    Sample sample = sampler.sample();
    progress.step("auditing", sample.size());
    audits.write(generation, IndexAudit.of(sample, Terms.standard(sample.size())));
  }
}
