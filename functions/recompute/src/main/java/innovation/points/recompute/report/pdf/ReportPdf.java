package innovation.points.recompute.report.pdf;

import innovation.points.paper.Ink;
import innovation.points.paper.PageLayout;
import innovation.points.paper.Paper;
import innovation.points.paper.PdfFile;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;

/** Renders the report as PDF. The same report gives the same bytes. */
public final class ReportPdf {

  private final AnalysisReport report;
  private final Paper paper;

  private ReportPdf(AnalysisReport report, Paper paper) {
    this.report = report;
    this.paper = paper;
  }

  /** The report as a PDF file. */
  public static byte[] of(AnalysisReport report) throws IOException {
    return new PdfFile(
            PageLayout.PLAIN,
            report.title(),
            report.rulebook().document(),
            report.generation(),
            "数据版本 " + report.generation(),
            ZonedDateTime.ofInstant(report.computedAt(), OfficialTime.ZONE))
        .of(paper -> new ReportPdf(report, paper).write());
  }

  private void write() throws IOException {
    front();
    var groups = new GroupChapters(report, paper);
    var chapters = new Chapters(report, paper);
    chapters.overview();
    groups.distribution();
    groups.stages();
    groups.industries();
    chapters.performance();
    chapters.movements();
    chapters.completeness();
    chapters.rewards();
    paper.chapter("九、指标体系", report.index().text());
    chapters.zone();
    paper.chapter("附：口径说明", report.notes().text());
  }

  private void front() throws IOException {
    paper.skip(18);
    float middle = Paper.LEFT + Paper.WIDTH / 2;
    paper.textCentred(report.title(), middle, paper.y(), 21, Ink.ACCENT, true);
    paper.skip(36);
    paper.textCentred(
        "依据" + report.rulebook().document(), middle, paper.y(), 9.5f, Ink.MUTED, false);
    paper.skip(16);
    paper.textCentred("数据版本 " + report.generation(), middle, paper.y(), 9.5f, Ink.MUTED, false);
    paper.skip(26);
    var overview = report.overview();
    List<Count> figures =
        List.of(
            new Count("", "参评企业", overview.roster()),
            new Count("", "参与排名", overview.ranked()),
            new Count("", "未公布", overview.notPublished()));
    float width = Paper.WIDTH / figures.size();
    paper.box(Paper.LEFT, paper.y(), Paper.WIDTH, 56, Ink.TINT);
    for (int i = 0; i < figures.size(); i++) {
      float x = Paper.LEFT + width * i + width / 2;
      String count = Shown.count(figures.get(i).enterprises());
      paper.textCentred(count, x, paper.y() + 4, 19, Ink.ACCENT, true);
      paper.textCentred(figures.get(i).name() + "（家）", x, paper.y() + 35, 9, Ink.MUTED, false);
    }
    paper.skip(72);
  }
}
