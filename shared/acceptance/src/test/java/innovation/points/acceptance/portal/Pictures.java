package innovation.points.acceptance.portal;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Screenshots of pages, saved to the build folder by {@code mvn verify -Pfull} or with {@code
 * -Dpictures=true}. No test reads them.
 */
public final class Pictures {

  private static final Path FOLDER = Path.of("target/screenshots");

  private Pictures() {}

  public static void take(Page page, String name) {
    if (Boolean.getBoolean("pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
    }
  }

  static Path file(String name) {
    return FOLDER.resolve(name);
  }
}
