package innovation.points.recompute.report.pdf;

import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.web.time.OfficialTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

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
    try (var document = new PDDocument()) {
      describe(document, report);
      try (var paper = new Paper(document)) {
        new ReportPdf(report, paper).write();
        paper.finish(report.title(), "数据版本 " + report.generation());
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void describe(PDDocument document, AnalysisReport report) {
    var information = new PDDocumentInformation();
    information.setTitle(report.title());
    information.setSubject(report.rulebook().document());
    information.setKeywords(report.generation());
    var at =
        GregorianCalendar.from(ZonedDateTime.ofInstant(report.computedAt(), OfficialTime.ZONE));
    information.setCreationDate(at);
    information.setModificationDate(at);
    document.setDocumentInformation(information);
    // Otherwise the file's id would depend on the time.
    document.setDocumentId(id(report.computedAt()));
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("zh-CN");
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  private static long id(Instant at) {
    return at.toEpochMilli();
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
