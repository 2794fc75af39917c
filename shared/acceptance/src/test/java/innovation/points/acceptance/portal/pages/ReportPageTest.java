package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The analysis report as a page shows what the API says and can be printed. */
@PortalTest
class ReportPageTest {

  private static final Path PRINTED = Path.of("target/screenshots/report-printed.pdf");

  private static String points(JsonNode number) {
    return number.isNull() ? "—" : String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  @Test
  void itShowsWhatTheApiSays(Portal portal) {
    JsonNode report = portal.api().json("/v1/years/2025/report", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/report?year=2025");
      assertThat(page.locator("h1").innerText()).isEqualTo(report.path("title").asText());
      for (String part :
          List.of(
              "overview",
              "distribution",
              "stages",
              "industries",
              "performance",
              "movements",
              "completeness",
              "rewards",
              "index",
              "zone",
              "notes")) {
        assertThat(page.locator("#" + part + " > .inside > p:not(.links)").allInnerTexts())
            .as(part)
            .isEqualTo(report.path(part).path("text").valueStream().map(JsonNode::asText).toList());
      }
      assertThat(Visitor.rows(page.locator("#report-risers")))
          .isEqualTo(
              report
                  .at("/movements/risers")
                  .valueStream()
                  .map(
                      one ->
                          List.of(
                              one.path("name").asText(),
                              one.path("stageName").asText(),
                              points(one.path("total")),
                              points(one.path("totalBefore")),
                              "+" + points(one.path("change")),
                              one.path("rank").asText(),
                              one.path("rankBefore").asText()))
                  .toList());
      assertThat(
              Visitor.rows(page.locator("#report-indicators")).stream()
                  .map(row -> List.of(row.get(0), row.get(1), row.get(4))))
          .containsExactlyElementsOf(
              report
                  .at("/performance/indicators")
                  .valueStream()
                  .map(
                      one ->
                          List.of(
                              one.path("id").asText(),
                              one.path("name").asText(),
                              points(one.path("mean"))))
                  .toList());
    }
  }

  @Test
  void itPrintsCompletelyOnA4(Portal portal) throws IOException {
    JsonNode report = portal.api().json("/v1/years/2025/report", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/report?year=2025");
      page.locator(".canvas svg").last().waitFor();
      assertThat(page.locator(".canvas").count()).isEqualTo(5);
      assertThat(page.locator(".canvas svg").count()).isEqualTo(5);
      byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      Files.createDirectories(PRINTED.getParent());
      Files.write(PRINTED, printed);
      try (PDDocument document = Loader.loadPDF(printed)) {
        assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
        assertThat(document.getNumberOfPages()).isLessThan(20);
        String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        assertThat(text).contains(report.path("title").asText().replaceAll("\\s", ""));
        assertThat(text).doesNotContain("English").doesNotContain("参考函核验");
        for (JsonNode sentence : report.at("/movements/text")) {
          assertThat(text).contains(sentence.asText().replaceAll("\\s", ""));
        }
      }
    }
  }

  @Test
  void thePdfAndTheHomePageAreOneClickAway(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      page.locator("main a", new Page.LocatorOptions().setHasText("监测分析报告")).click();
      page.waitForURL("**/report?year=2025");
      visitor.settled();
      assertThat(page.locator("a.button").first().getAttribute("href"))
          .isEqualTo("/v1/years/2025/report.pdf");
    }
  }

  @Test
  void itsFixedWordsAreInEnglishToo(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/report?year=2025&lang=en");
      assertThat(page.locator(".report h2").allInnerTexts())
          .containsExactly(
              "1. Overview",
              "2. Distribution of totals",
              "3. Stages",
              "4. Industries and clusters",
              "5. Categories and indicators",
              "6. Movements",
              "7. Completeness of data",
              "8. Rewards",
              "9. The index",
              "10. Figures of the zone",
              "Annex: definitions");
      assertThat(page.locator("#overview > .inside > p").first().innerText())
          .matches(
              "\\d+ enterprises on the roster of 2025, of which \\d+ are ranked and published"
                  + " \\([\\d.]+%\\) and \\d+ are not\\.");
    }
  }
}
