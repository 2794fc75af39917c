package innovation.points.scoring.diagnostics.finding;

import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Edge;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.calibration.Calibration;
import innovation.points.scoring.diagnostics.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole audit of a year's scores. */
public record IndexAudit(
    Diagnostics diagnostics,
    Robustness robustness,
    List<Edge> edges,
    List<Finding> findings,
    Calibration calibration) {

  public IndexAudit {
    edges = List.copyOf(edges);
    findings = List.copyOf(findings);
  }

  /**
   * The audit of a sample, its ranks studied on the given terms.
   *
   * @param earlier of the year before, by the same rulebook; null where that is not published
   */
  public static IndexAudit of(Sample sample, @Nullable Sample earlier, Terms terms) {
    Diagnostics diagnostics = Diagnostics.of(sample);
    Robustness robustness = Robustness.of(sample, terms);
    List<Edge> edges = Edge.of(sample.rulebook(), robustness);
    return new IndexAudit(
        diagnostics,
        robustness,
        edges,
        AuditFindings.of(sample.rulebook(), diagnostics, robustness, edges),
        Calibration.of(sample, earlier));
  }
}
