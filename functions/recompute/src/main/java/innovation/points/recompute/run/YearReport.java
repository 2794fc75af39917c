package innovation.points.recompute.run;

import innovation.points.recompute.report.Analysis;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Before;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.report.ReportTerms;
import innovation.points.recompute.report.pdf.ReportPdf;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.SegmentReport;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.Rankings;
import innovation.points.store.publication.YearFileKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Merges the tallies of the segments and writes the analysis report beside the year's files, as
 * JSON and as PDF. The same generation gives the same files.
 */
final class YearReport {

  private final RunPlan plan;
  private final Rulebook rulebook;

  YearReport(RunPlan plan, Rulebook rulebook) {
    this.plan = plan;
    this.rulebook = rulebook;
  }

  /** Writes both files; none where there is no bucket. */
  void write(Rankings rankings, Workspace workspace, YearFiles files) {
    if (!files.areKept()) {
      return;
    }
    var tally = new ReportTally();
    for (int segment : plan.numbers()) {
      tally.add(RunDocuments.read(workspace, SegmentReport.name(segment), ReportTally.class));
    }
    String before = SegmentReport.before(plan);
    if (before != null) {
      rankings.forEach(before, RankingList.ALL, tally::addBefore);
    }
    write(
        Analysis.of(
            tally,
            new ReportTerms(
                plan.year(),
                plan.run(),
                plan.at(),
                rulebook,
                plan.delivered().getOrDefault(plan.year(), Set.of()),
                plan.rewards(),
                before == null ? null : new Before(plan.year() - 1, before))),
        files);
  }

  private static void write(AnalysisReport report, YearFiles files) {
    String name = report.year() + "年度企业创新积分监测分析报告";
    files.put(key(report, "json"), "application/json", name + ".json", report.json());
    try {
      files.put(key(report, "pdf"), "application/pdf", name + ".pdf", ReportPdf.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(AnalysisReport report, String extension) {
    return YearFileKeys.report(report.year(), report.generation(), extension);
  }
}
