package innovation.points.testkit;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The golden zone: the files of 120 enterprises whose results are known. */
public final class GoldenZone {

  private static final Path ROOT =
      Repository.root().resolve("shared/scoring/src/test/resources/golden-zone");

  /** As long as S3's version ids: provenance is part of a row's size. */
  private static final String VERSION = "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY";

  private static final Instant UPLOADED = Instant.parse("2026-01-02T00:00:00Z");

  private GoldenZone() {}

  /** One of its files: that of a key or {@code expected-2025.json}. */
  public static Path file(String name) {
    return ROOT.resolve(name);
  }

  /** The keys of all its files, in order: {@code uploads/tax/operations/2025/…}. */
  public static List<String> keys() throws IOException {
    try (var files = Files.walk(ROOT.resolve("uploads"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Reads its files into the facts table as the intake does. */
  public static void readInto(FactsTable facts) throws IOException {
    var checker = new FileChecker(Catalogue.load());
    for (String key : keys()) {
      if (!(UploadKey.parse(key) instanceof UploadKey parsed)) {
        throw new IllegalStateException("not a key: " + key);
      }
      var version = new FileVersion(key, VERSION, UPLOADED);
      Map<String, List<FactRow>> rows = new TreeMap<>();
      checker
          .check(parsed, file(key), Roster.NONE)
          .forEachAccepted(
              row ->
                  rows.computeIfAbsent(row.uscc(), _ -> new ArrayList<>())
                      .add(new FactRow(row.row(), row.values())));
      var contributions = new ArrayList<Contribution>();
      rows.forEach((uscc, of) -> contributions.add(new Contribution(version, uscc, of)));
      facts.put(contributions);
      facts.deliver(version);
    }
  }
}
