package innovation.points.recompute;

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

/** Puts the golden zone's files into the facts table as the intake does. */
final class GoldenFiles {

  static final Path ROOT = Path.of("../../shared/scoring/src/test/resources/golden-zone");

  private static final Instant UPLOADED = Instant.parse("2026-01-02T00:00:00Z");

  private final FileChecker checker = new FileChecker(Catalogue.load());
  private final FactsTable facts;

  GoldenFiles(FactsTable facts) {
    this.facts = facts;
  }

  void upload() throws IOException {
    List<Path> files;
    try (var found = Files.walk(ROOT.resolve("uploads"))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      upload(ROOT.relativize(file).toString(), file);
    }
  }

  private void upload(String key, Path file) throws IOException {
    if (!(UploadKey.parse(key) instanceof UploadKey parsed)) {
      throw new IllegalStateException("not a key: " + key);
    }
    // As long as S3's: provenance is part of what a row weighs.
    var version = new FileVersion(key, "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY", UPLOADED);
    Map<String, List<FactRow>> rows = new TreeMap<>();
    checker
        .check(parsed, file, Roster.NONE)
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
