package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Creates the pictures in {@code docs/pictures} from the sample zone. Not run as a test; {@code
 * CONTRIBUTING.md} has the command.
 */
@ExtendWith(WithPortal.class)
class ReadmePictures {

  private static final Path FOLDER = Path.of("../../docs/pictures");
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 1000;

  /** Keeps the repository small, which stores every version of a picture. */
  private static final long MOST_BYTES = 200_000;

  @Test
  void portal(Portal portal) throws IOException {
    try (Visitor visitor = portal.anybody()) {
      take(visitor, "/", "portal");
    }
  }

  @Test
  void ranking(Portal portal) throws IOException {
    try (Visitor visitor = portal.anybody()) {
      take(visitor, "/ranking", "ranking");
    }
  }

  @Test
  void card(Portal portal) throws IOException {
    try (Visitor visitor = portal.anybody()) {
      take(visitor, "/enterprises/" + withCategories(portal), "card");
    }
  }

  @Test
  void portrait(Portal portal) throws IOException {
    try (Visitor visitor = portal.enterprise(best(portal))) {
      take(visitor, "/portrait", "portrait");
    }
  }

  /** The check report of a file of the sample zone, as its department sees it. */
  @Test
  void uploadReport(Portal portal) throws IOException {
    JsonNode upload =
        portal.api().items("/v1/uploads?year=2025&status=partial", portal.api().bureau()).stream()
            .filter(one -> !one.path("source").asText().matches("public|enterprise"))
            .findFirst()
            .orElseThrow();
    try (Visitor visitor = portal.department(upload.path("source").asText())) {
      Page page = open(visitor, "/uploads?year=2025");
      page.locator("#uploads").getByText(upload.path("filename").asText()).first().click();
      Locator result = page.locator("article.card", new Page.LocatorOptions().setHasText("问题"));
      result.locator(".verdict").waitFor();
      BoundingBox place = result.boundingBox();
      Path file = FOLDER.resolve("upload-report.png");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(place.x, place.y, place.width, Math.min(place.height, HEIGHT))
              .setPath(file));
      small(file);
    }
  }

  /** The best whose points by category tell no figure of it. */
  private static String withCategories(Portal portal) {
    return portal.api().items("/v1/years/2025/rankings", null).stream()
        .map(item -> item.path("uscc").asText())
        .filter(
            uscc ->
                portal
                    .api()
                    .json("/v1/years/2025/enterprises/" + uscc, null)
                    .path("categories")
                    .isObject())
        .findFirst()
        .orElseThrow();
  }

  private static String best(Portal portal) {
    return portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
  }

  private static void take(Visitor visitor, String path, String name) throws IOException {
    Page page = open(visitor, path);
    for (Locator canvas : page.locator(".canvas").all()) {
      canvas.scrollIntoViewIfNeeded();
      canvas.locator("canvas, svg").first().waitFor();
    }
    page.evaluate("window.scrollTo(0, 0)");
    save(page, name);
  }

  private static Page open(Visitor visitor, String path) {
    visitor.page().setViewportSize(WIDTH, HEIGHT);
    return visitor.open(path);
  }

  private static void save(Page page, String name) throws IOException {
    Path file = FOLDER.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    small(file);
  }

  private static void small(Path file) throws IOException {
    assertThat(Files.size(file)).as("bytes of %s", file).isLessThan(MOST_BYTES);
  }
}
