package innovation.points.acceptance.samplezone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the sample zone: {@code main} takes the folder {@code events} of the repository. */
final class SampleZoneWriter {
  private SampleZoneWriter() {}

  /** All files by key in the bucket; the same bytes on every machine. */
  static SortedMap<String, byte[]> files() {
    GeneratedZone zone = GeneratedZone.draw();
    var files = new TreeMap<>(Offices.files(zone));
    files.putAll(OtherFiles.files(zone));
    return files;
  }

  /** Replaces the content of {@code events/uploads}. */
  static void write(Path events) throws IOException {
    Path uploads = events.resolve("uploads");
    if (Files.exists(uploads)) {
      try (var old = Files.walk(uploads)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (var file : files().entrySet()) {
      Path path = events.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }
}
