package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Print output: the ranking, a card, a portrait. */
@PortalTest
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
      for (String tool : List.of("header nav", "button", "select", ".filters", ".pages")) {
        assertThat(page.locator(tool).all().stream().filter(one -> one.isVisible()).count())
            .as("%s is of no use on paper", tool)
            .isZero();
      }
      assertThat(page.locator("h1").isVisible()).isTrue();
      assertThat(page.locator("#main").innerText()).contains(uscc);
    }
  }
}
