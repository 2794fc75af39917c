package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.IndexHealth;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.store.audit.FindingDocument;
import java.util.List;

/** 九、指标体系. */
final class IndexSection {

  private IndexSection() {}

  /** The findings that may be public. */
  static IndexHealth of(List<Finding> findings) {
    List<Finding> shown = findings.stream().filter(one -> one.kind().ofTheIndex()).toList();
    return new IndexHealth(
        shown.isEmpty()
            ? List.of("指标体检没有关于指标体系的发现。")
            : shown.stream().map(one -> one.text() + one.action()).toList(),
        shown.stream().map(FindingDocument::of).toList());
  }
}
