package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Print output: the ranking, a card, a portrait. */
@PageTest
class PrintTest {

  /** A4 within the margins at 96 dots per inch. */
  private static final int PAPER = 718;

  @ParameterizedTest
  @ValueSource(strings = {"/ranking", "/enterprises/{uscc}", "/portrait"})
  void paperHoldsTheContentAlone(String path, Portal portal) {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.page();
      page.setViewportSize(PAPER, 1000);
      visitor.open(path.replace("{uscc}", uscc));
      for (var canvas : page.locator(".canvas").all()) {
        canvas.scrollIntoViewIfNeeded();
        canvas.locator("svg").first().waitFor();
      }
      // The dark scheme prints on white paper too.
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
      String name = path.substring(1).replaceAll("[/{}]+", "-");
      page.pdf(
          new Page.PdfOptions()
              .setFormat("A4")
              .setPath(Pictures.file(name + ".pdf"))
              .setPrintBackground(true));
      Pictures.take(page, name + "-print");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("fits onto A4")
          .isEqualTo(true);
      assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");
      for (String tool :
          List.of("header nav", "button:not(.sort)", "select", ".filters", ".pages")) {
        assertThat(page.locator(tool).all().stream().filter(one -> one.isVisible()).count())
            .as("%s is of no use on paper", tool)
            .isZero();
      }
      assertThat(page.locator("h1").isVisible()).isTrue();
      assertThat(page.locator("table:visible thead th").allInnerTexts())
          .as("columns keep their titles")
          .noneMatch(String::isBlank);
      assertThat(page.locator("#main").innerText()).contains(uscc);
    }
  }

  /** As a browser prints it from a wide window, with nothing scrolled into sight before. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/report?year=2025",
        "/portrait",
        "/enterprises/{uscc}",
        "/lists",
        "/ranking",
        "/letters?code={code}"
      })
  void nothingOnPaperStandsOnAnythingOrIsCut(String path, Portal portal) throws Exception {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      String code = path.contains("{code}") ? letter(visitor) : "";
      Page page = visitor.open(path.replace("{uscc}", uscc).replace("{code}", code));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      String name = path.substring(1).replaceAll("\\W.*", "");
      Path file = Pictures.file(name + "-on-paper.pdf");
      page.pdf(new Page.PdfOptions().setFormat("A4").setPath(file).setPrintBackground(true));
      assertThat(PrintedGlyphs.faults(file)).isEmpty();
      if (!code.isEmpty()) {
        assertThat(textOf(file)).as("the letter prints with its code").contains("核验码" + code);
      }
    }
  }

  @Test
  void whatAPhoneFoldsStandsOnPaper(Portal portal) throws Exception {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().setViewportSize(390, 844);
      Page page = visitor.open("/report?year=2025");
      Locator folded = page.locator("details.chapter:not([open])");
      assertThat(folded.count()).isEqualTo(10);
      Path file = Pictures.file("report-from-a-phone.pdf");
      page.pdf(new Page.PdfOptions().setFormat("A4").setPath(file));
      String printed = textOf(file);
      assertThat(page.locator(".chapter .inside > p:not(.links)").allTextContents())
          .isNotEmpty()
          .allSatisfy(sentence -> assertThat(printed).contains(sentence.replaceAll("\\s", "")));
      assertThat(folded.count()).as("folded again").isEqualTo(10);
    }
  }

  private static String textOf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private static String letter(Visitor visitor) {
    Page page = visitor.open("/portrait?year=2025");
    page.click("#letter");
    page.waitForURL("**/letters**");
    visitor.settled();
    return page.locator("#code").inputValue();
  }
}
