package innovation.points.acceptance.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two builds of one commit give the same bytes: nothing in a jar depends on when or where it was
 * built. {@code docs/supply-chain.md} has the command that builds twice and compares.
 */
class ReproducibleJarsTest {

  /** The pom's {@code project.build.outputTimestamp}. */
  private static final LocalDateTime BUILT = LocalDateTime.parse("2026-01-01T00:00:00");

  /** Third-party entries keep their own time; the lock file pins them. */
  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void noEntryOfOursSaysWhenItWasBuilt(String function) throws IOException {
    try (var jar = new ZipFile(jar(function).toFile())) {
      List<? extends ZipEntry> ours =
          jar.stream()
              .filter(
                  entry ->
                      entry.getName().startsWith("innovation/")
                          || entry.getName().equals("META-INF/MANIFEST.MF"))
              .toList();
      assertThat(ours).hasSizeGreaterThan(10);
      assertThat(ours).extracting(ZipEntry::getTimeLocal).containsOnly(BUILT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void everyEntryIsThereOnce(String function) throws IOException {
    try (var jar = new ZipFile(jar(function).toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names).isNotEmpty().hasSameSizeAs(new TreeSet<>(names));
    }
  }

  /** Our classes and resources must not name the folder, the user or the machine. */
  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void noEntryOfOursSaysWhereItWasBuilt(String function) throws IOException {
    String folder = Repository.root().toString();
    try (var jar = new ZipFile(jar(function).toFile())) {
      for (ZipEntry entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
        if (entry.getName().startsWith("software/")) {
          continue;
        }
        byte[] content = jar.getInputStream(entry).readAllBytes();
        assertThat(new String(content, StandardCharsets.ISO_8859_1).contains(folder))
            .as(entry.getName())
            .isFalse();
      }
    }
  }

  private static Path jar(String function) throws IOException {
    Path target = Repository.root().resolve("functions").resolve(function).resolve("target");
    if (Files.exists(target)) {
      try (var jars = Files.newDirectoryStream(target, "*-lambda.jar")) {
        for (Path jar : jars) {
          return jar;
        }
      }
    }
    abort("not packaged yet, run mvn verify: " + function);
    return target;
  }
}
