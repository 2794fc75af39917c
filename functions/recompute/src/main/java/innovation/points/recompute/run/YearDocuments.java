package innovation.points.recompute.run;

import innovation.points.recompute.report.Analysis;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Before;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.report.ReportTerms;
import innovation.points.recompute.report.pdf.ReportPdf;
import innovation.points.recompute.segment.GenerationAudit;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.segment.SegmentReport;
import innovation.points.recompute.segment.SegmentScores;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.YearFileKeys;
import innovation.points.store.publication.ZoneFigure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * The audit of a generation and its analysis report, as JSON and as PDF beside the year's files:
 * made from what its segments left, after the generation is decided on. The same generation gives
 * the same documents. Used once, by one thread.
 */
final class YearDocuments {

  private final RunPlan plan;
  private final Rulebook rulebook;
  private final RunTables tables;
  private final Workspace workspace;

  YearDocuments(RunPlan plan, Rulebook rulebook, RunTables tables, Workspace workspace) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.tables = tables;
    this.workspace = workspace;
  }

  /** Copies the files that documents are made from to where they outlive the process. */
  static void keep(RunPlan plan, Workspace from, Workspace to) {
    for (int segment : plan.numbers()) {
      copy(SegmentScores.sample(segment), from, to);
      copy(SegmentReport.name(segment), from, to);
    }
    RunDocuments.write(to, RunPlan.NAME, plan);
  }

  private static void copy(String name, Workspace from, Workspace to) {
    try (InputStream in = from.open(name);
        OutputStream out = to.create(name)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(YearFiles files, RunProgress progress) {
    report(files, audit(progress));
  }

  private List<Finding> audit(RunProgress progress) {
    var audit = new GenerationAudit(rulebook);
    plan.numbers().forEach(segment -> audit.add(workspace, SegmentScores.sample(segment)));
    return audit.write(tables, plan.run(), SegmentReport.before(plan), progress);
  }

  private void report(YearFiles files, List<Finding> findings) {
    var tally = new ReportTally();
    for (int segment : plan.numbers()) {
      tally.add(RunDocuments.read(workspace, SegmentReport.name(segment), ReportTally.class));
    }
    String before = SegmentReport.before(plan);
    if (before != null) {
      tables.rankings().forEach(before, RankingList.ALL, tally::addBefore);
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
                before == null ? null : new Before(plan.year() - 1, before),
                findings,
                zone(plan.run()),
                before == null ? List.of() : zone(before))),
        files);
  }

  private List<ZoneFigure> zone(String generation) {
    return tables
        .lists()
        .read(generation, ZoneFigure.OF_GENERATION, Integer.MAX_VALUE, null)
        .items();
  }

  private static void write(AnalysisReport report, YearFiles files) {
    String ascii = report.year() + "-report";
    String name = report.year() + "年度企业创新积分监测分析报告";
    files.put(key(report, "json"), "application/json", ascii, name + ".json", report.json());
    try {
      files.put(key(report, "pdf"), "application/pdf", ascii, name + ".pdf", ReportPdf.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(AnalysisReport report, String extension) {
    return YearFileKeys.report(report.year(), report.generation(), extension);
  }
}
