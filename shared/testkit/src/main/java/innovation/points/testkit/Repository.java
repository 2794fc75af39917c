package innovation.points.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The location of the repository, independent of the module that a test runs in. */
public final class Repository {

  private Repository() {}

  /** The folder that contains {@code template.yaml}. */
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
