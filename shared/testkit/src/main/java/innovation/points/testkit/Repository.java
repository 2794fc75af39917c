package innovation.points.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies, whichever module's folder a test runs in. */
public final class Repository {

  private Repository() {}

  /** The folder with {@code template.yaml} in it. */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no template.yaml in or above " + start);
  }
}
