package innovation.points.acceptance.supply;

import static java.util.stream.Collectors.joining;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code .ci/dependencies.lock}: every artefact that Maven resolves for the functions, the local
 * stack and the tests, one per line, in the order of their names.
 */
record LockFile(List<Line> lines) {

  static final String LOCAL = "local";
  static final String TEST = "test";

  private static final String HEADER =
      """
      # Every artefact: name, who has it, SHA-256, licences by its POM. Who has it: the functions whose
      # jars it goes into; "local", the local stack; "test", the tests alone. Renewed by the command
      # that LockTest prints; not edited by hand.
      """;

  LockFile {
    lines = List.copyOf(lines);
  }

  /**
   * @param where names of functions, {@link #LOCAL} or {@link #TEST}
   * @param licences SPDX ids where there is one, joined by {@code OR}
   */
  record Line(String name, Set<String> where, String sha256, String licences) {

    static Line parse(String line) {
      String[] parts = line.split(" ", 4);
      return new Line(
          parts[0], new TreeSet<>(List.of(parts[1].split(",", -1))), parts[2], parts[3]);
    }

    /** Whether it is packed into a jar for Lambda. */
    boolean packed() {
      return !where.contains(LOCAL) && !where.contains(TEST);
    }

    @Override
    public String toString() {
      return String.join(" ", name, String.join(",", where), sha256, licences);
    }
  }

  static LockFile read() throws IOException {
    return new LockFile(
        Files.readAllLines(file()).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Line::parse)
            .toList());
  }

  void write() throws IOException {
    Files.writeString(file(), HEADER + lines.stream().map(line -> line + "\n").collect(joining()));
  }

  private static Path file() {
    return Repository.root().resolve(".ci/dependencies.lock");
  }
}
