package innovation.points.acceptance.cloud.jar;

import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.acceptance.cloud.template.Template;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** The functions' jars, where Maven has packaged the compiled classes. */
final class Jars {

  private Jars() {}

  /**
   * The jar that the function's {@code CodeUri} names; aborts the test where it is not built yet.
   */
  static Path of(Resource function) throws IOException {
    Path jar = Repository.root().resolve(function.property("/CodeUri").asText());
    if (!Files.exists(jar)) {
      abort("not packaged yet, run mvn verify: " + function.property("/CodeUri").asText());
    }
    if (Files.getLastModifiedTime(jar).compareTo(newestClass(function)) < 0) {
      abort("older than the classes, run mvn verify: " + function.property("/CodeUri").asText());
    }
    return jar;
  }

  private static FileTime newestClass(Resource function) {
    Path root = Repository.root();
    return Stream.of(
            "functions/" + Template.nameOf(function),
            "shared/scoring",
            "shared/datasets",
            "shared/store",
            "shared/web")
        .map(module -> root.resolve(module).resolve("target/classes"))
        .flatMap(Jars::files)
        .map(Jars::modified)
        .max(FileTime::compareTo)
        .orElseThrow();
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
