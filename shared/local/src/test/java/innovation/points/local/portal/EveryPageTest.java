package innovation.points.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page as who uses it: accessible, within its width, and kept as a picture. */
@ExtendWith(WithPortal.class)
class EveryPageTest {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<Integer> WIDTHS = List.of(1440, 768, 360);
  private static final int HEIGHT = 900;

  /** The big screen is looked at where it hangs, too. */
  private static final List<Integer> SCREEN_WIDTHS = List.of(1920, 768, 360);

  private static final int SCREEN_HEIGHT = 1080;

  /** Paths with who looks at them. */
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("/", "anybody"),
              Map.entry("/ranking", "anybody"),
              Map.entry("/enterprises/{uscc}", "anybody"),
              Map.entry("/rules", "anybody"),
              Map.entry("/data", "anybody"),
              Map.entry("/report", "anybody"),
              Map.entry("/letters", "anybody"),
              Map.entry("/api", "anybody"),
              Map.entry("/lists", "bureau"),
              Map.entry("/objections", "enterprise"),
              Map.entry("/diagnostics", "bureau"),
              Map.entry("/sign-in", "anybody"),
              Map.entry("/screen", "anybody"),
              Map.entry("/portrait", "enterprise"),
              Map.entry("/simulator", "enterprise"),
              Map.entry("/self-report", "enterprise"),
              Map.entry("/uploads", "department"),
              Map.entry("/completeness", "bureau"),
              Map.entry("/draft", "bureau"),
              Map.entry("/runs", "bureau"),
              Map.entry("/rewards", "bureau"),
              Map.entry("/rulebook-guide", "anybody")));

  static List<String> paths() {
    return List.copyOf(PAGES.keySet());
  }

  @Test
  void everyPageIsHere() throws IOException {
    List<String> listed =
        resource("/portal/pages.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +", -1)[0])
            .toList();
    assertThat(PAGES.keySet()).containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void pageIsAccessibleAndFits(String path, Portal portal) throws IOException {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    try (Visitor visitor =
        switch (PAGES.getOrDefault(path, "")) {
          case "bureau" -> portal.bureau();
          case "department" -> portal.department("hr");
          case "enterprise" -> portal.enterprise(uscc);
          default -> portal.anybody();
        }) {
      Page page = visitor.open(path.replace("{uscc}", uscc));
      assertThat(page.locator(".notice[role=alert]").count()).as("something failed").isZero();
      drawCharts(page);
      assertThat(violations(page)).isEmpty();
      for (int width : path.equals("/screen") ? SCREEN_WIDTHS : WIDTHS) {
        page.setViewportSize(width, width == SCREEN_WIDTHS.getFirst() ? SCREEN_HEIGHT : HEIGHT);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name(path) + "-" + width + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("fits into %d px", width)
            .isTrue();
      }
    }
  }

  private static String name(String path) {
    return path.equals("/") ? "home" : path.substring(1).replaceAll("[/{}]+", "-");
  }

  private static void drawCharts(Page page) {
    for (Locator canvas : page.locator(".canvas").all()) {
      canvas.scrollIntoViewIfNeeded();
      canvas.locator("canvas, svg").first().waitFor();
    }
    page.evaluate("window.scrollTo(0, 0)");
  }

  /** What axe-core calls serious or critical: the rule and where. */
  @SuppressWarnings("unchecked") // what the script returns: a list of texts
  private static List<String> violations(Page page) throws IOException {
    var properties = new Properties();
    properties.load(
        new StringReader(resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")));
    page.evaluate(
        resource(
            "/META-INF/resources/webjars/axe-core/%s/axe.min.js"
                .formatted(properties.getProperty("version"))));
    return (List<String>)
        page.evaluate(
            """
            async () => {
              const { violations, passes } = await axe.run();
              if (passes.length === 0) {
                throw new Error('axe has checked nothing');
              }
              return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target + ' ' + node.failureSummary));
            }
            """);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EveryPageTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
