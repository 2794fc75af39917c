package innovation.points.acceptance.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Screenshots of pages and what they print, saved to the build folder by {@code mvn verify -Pfull}
 * or with {@code -Dpictures=true}. No test reads them.
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

  /** The same of a text. */
  public static void write(String name, String text) {
    if (Boolean.getBoolean("pictures")) {
      try {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path file(String name) {
    return FOLDER.resolve(name);
  }
}
