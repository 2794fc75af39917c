package innovation.points.acceptance.supply;

import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.acceptance.supply.LockFile.Line;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The artefacts that this build resolved, from the lists in {@code target/artefacts.txt}, with
 * their files in the local repository. Works offline.
 */
final class Resolution {

  static final List<String> FUNCTIONS =
      List.of("upload", "ingest", "score", "recompute", "desk", "lookup", "portal");

  private final Licences licences = new Licences();
  private final TreeMap<String, Artefact> artefacts = new TreeMap<>();
  private final TreeMap<String, Set<String>> functions = new TreeMap<>();
  private final Set<String> local = new TreeSet<>();

  private Resolution() {}

  static LockFile lock() throws IOException {
    var resolution = new Resolution();
    for (String function : FUNCTIONS) {
      resolution.addFunction(function);
    }
    for (Artefact artefact : listed("shared/acceptance")) {
      resolution.artefacts.put(artefact.name(), artefact);
    }
    for (Artefact artefact : listed("shared/local")) {
      resolution.artefacts.put(artefact.name(), artefact);
      if (artefact.packed()) {
        resolution.local.add(artefact.name());
      }
    }
    return new LockFile(resolution.artefacts.values().stream().map(resolution::line).toList());
  }

  /** The artefacts in a function's jar, before unreferenced classes are left out. */
  static Set<String> packed(String function) throws IOException {
    var names = new TreeSet<String>();
    for (Artefact artefact : listed("functions/" + function)) {
      if (artefact.packed()) {
        names.add(artefact.name());
      }
    }
    return names;
  }

  private void addFunction(String function) throws IOException {
    for (Artefact artefact : listed("functions/" + function)) {
      artefacts.put(artefact.name(), artefact);
      if (artefact.packed()) {
        functions.computeIfAbsent(artefact.name(), _ -> new TreeSet<>()).add(function);
      }
    }
  }

  private Line line(Artefact artefact) {
    try {
      return new Line(
          artefact.name(),
          where(artefact.name()),
          sha256(artefact.file()),
          licences.of(artefact.pom()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> where(String name) {
    Set<String> packed = functions.get(name);
    return packed != null ? packed : Set.of(local.contains(name) ? LockFile.LOCAL : LockFile.TEST);
  }

  private static List<Artefact> listed(String module) throws IOException {
    Path list = Repository.root().resolve(module).resolve("target/artefacts.txt");
    if (!Files.exists(list)) {
      abort("not resolved yet, run mvn verify: " + module);
    }
    return Files.readAllLines(list).stream()
        .map(Artefact::parse)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Artefact::name))
        .toList();
  }

  private static String sha256(Path file) throws IOException {
    try (var content = Files.newInputStream(Objects.requireNonNull(file))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
