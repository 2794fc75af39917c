package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.report.pdf.ReportPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report as PDF: whole, readable everywhere, and the same each time. */
class ReportPdfTest {

  private static final List<String> SECTIONS =
      List.of(
          "一、总体情况",
          "二、得分分布",
          "三、阶段分析",
          "四、行业与主导产业集群",
          "五、分类指标表现",
          "六、变动",
          "七、数据完整性",
          "八、奖励",
          "九、指标体系",
          "十、全区指标",
          "附：口径说明");

  private static AnalysisReport report = GoldenReport.made().report();
  private static byte[] file = new byte[0];
  private static PDDocument document = new PDDocument();

  @BeforeAll
  static void write() throws IOException {
    file = ReportPdf.of(report);
    Files.createDirectories(Path.of("target"));
    // To be looked at by people.
    Files.write(Path.of("target/report.pdf"), file);
    document = Loader.loadPDF(file);
  }

  @AfterAll
  static void close() throws IOException {
    document.close();
  }

  @Test
  void itHasEverySectionAndItsSentences() throws IOException {
    String text = text();
    assertThat(text).contains(report.title());
    SECTIONS.forEach(section -> assertThat(text).contains(section));
    var sentences = new ArrayList<String>();
    sentences.addAll(report.overview().text());
    sentences.addAll(report.distribution().text());
    sentences.addAll(report.movements().text());
    sentences.addAll(report.rewards().text());
    String flowing = text.replaceAll("\\s", "");
    sentences.forEach(sentence -> assertThat(flowing).contains(sentence.replaceAll("\\s", "")));
  }

  @Test
  void itsTablesHaveTheFigures() throws IOException {
    String flowing = text().replaceAll("\\s", "");
    report
        .performance()
        .indicators()
        .forEach(
            one ->
                assertThat(flowing)
                    .contains(
                        one.name().replace(" ", "")
                            + (int) one.fullPoints()
                            + "%.2f".formatted(one.mean())));
    report
        .movements()
        .risers()
        .forEach(
            one ->
                assertThat(flowing)
                    .contains(
                        "%.2f%.2f+%.2f".formatted(one.total(), one.totalBefore(), one.change())));
  }

  @Test
  void aLongTableRepeatsItsHead() throws IOException {
    assertThat(text().split("得分率 +缺数据", -1).length).isGreaterThan(2);
  }

  @Test
  void everyPageIsA4AndNumbered() throws IOException {
    int pages = document.getNumberOfPages();
    assertThat(pages).isBetween(5, 15);
    String text = text();
    for (int page = 1; page <= pages; page++) {
      assertThat(text).contains("第 %d 页，共 %d 页".formatted(page, pages));
    }
    for (PDPage page : document.getPages()) {
      assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
    }
  }

  @Test
  void everyTypefaceIsEmbeddedAndNoMoreOfItThanIsUsed() throws IOException {
    int fonts = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-Regular");
        fonts++;
      }
    }
    assertThat(fonts).isPositive();
    assertThat(file.length).isLessThan(500_000);
  }

  @Test
  void itSaysWhatItIs() throws IOException {
    assertThat(document.getDocumentInformation().getTitle()).isEqualTo("2025 年度企业创新积分监测分析报告");
    assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
    var bookmarks = new ArrayList<String>();
    PDOutlineItem item =
        Objects.requireNonNull(document.getDocumentCatalog().getDocumentOutline()).getFirstChild();
    while (item != null) {
      bookmarks.add(item.getTitle());
      assertThat(item.findDestinationPage(document)).isNotNull();
      item = item.getNextSibling();
    }
    assertThat(bookmarks).isEqualTo(SECTIONS);
  }

  @Test
  void theSameReportIsTheSameFile() throws IOException {
    assertThat(ReportPdf.of(GoldenReport.made().report())).isEqualTo(file);
  }

  @Test
  void aZoneWithNobodyRankedHasAReport() throws IOException {
    AnalysisReport empty = GoldenReport.made().report(new ReportTally());
    try (PDDocument read = Loader.loadPDF(ReportPdf.of(empty))) {
      assertThat(new PDFTextStripper().getText(read))
          .contains("参与排名的企业不足 3 家，不公布平均值。")
          .contains("参与排名的企业不足 3 家，不公布得分分布。");
    }
  }

  private static String text() throws IOException {
    return new PDFTextStripper().getText(document);
  }
}
