package innovation.points.acceptance.samplezone.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedFile.Status;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.BadKey;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.testkit.ZoneTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The committed files as ingested: checked, written to the facts table and merged by the precedence
 * of sources, all uploaded at the same time.
 *
 * @param checked the check results by key
 * @param facts by 统一社会信用代码
 */
record ReadZone(
    SortedMap<String, CheckedFile> checked,
    Map<String, EnterpriseFacts> facts,
    Deliveries deliveries) {
  private static final Instant UPLOADED_AT = Instant.parse("2026-01-15T01:00:00Z");

  static ReadZone read(Path events) throws IOException {
    var checked = check(events);
    var contributions = new ArrayList<Contribution>();
    var delivered = new HashMap<Integer, Set<String>>();
    for (var file : checked.entrySet()) {
      var version = new FileVersion(file.getKey(), "v1", UPLOADED_AT);
      contributions.addAll(contributions(version, file.getValue()));
      if (key(file.getKey()).fromDepartment() && file.getValue().status() != Status.REJECTED) {
        delivered.computeIfAbsent(version.year(), _ -> new HashSet<>()).add(version.dataset());
      }
    }
    return new ReadZone(checked, merged(contributions), new Deliveries(delivered));
  }

  /** The check result of each file once the rosters are known. */
  static SortedMap<String, CheckedFile> check(Path events) throws IOException {
    var files = files(events);
    var checker = new FileChecker(Catalogue.load());
    var checked = new TreeMap<String, CheckedFile>();
    var names = new HashMap<Integer, Map<String, String>>();
    for (var file : files.entrySet()) {
      UploadKey key = key(file.getKey());
      if (key.dataset().equals("enterprises")) {
        CheckedFile roster = checker.check(key, file.getValue(), Roster.NONE);
        var known = names.computeIfAbsent(key.year(), _ -> new HashMap<>());
        roster.forEachAccepted(
            row -> {
              if (row.values().get("name") instanceof Value.Text(String name)) {
                known.put(row.uscc(), name);
              }
            });
      }
    }
    for (var file : files.entrySet()) {
      UploadKey key = key(file.getKey());
      Roster roster = Roster.of(names.getOrDefault(key.year(), Map.of()));
      checked.put(file.getKey(), checker.check(key, file.getValue(), roster));
    }
    return checked;
  }

  private static SortedMap<String, Path> files(Path events) throws IOException {
    var files = new TreeMap<String, Path>();
    try (var paths = Files.walk(events.resolve("uploads"))) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(events.relativize(path).toString().replace('\\', '/'), path));
    }
    return files;
  }

  private static UploadKey key(String key) {
    return switch (UploadKey.parse(key)) {
      case UploadKey good -> good;
      case BadKey(FileProblem problem) ->
          throw new IllegalStateException(key + ": " + problem.message());
    };
  }

  private static List<Contribution> contributions(FileVersion version, CheckedFile file)
      throws IOException {
    var rows = new LinkedHashMap<String, List<FactRow>>();
    file.forEachAccepted(
        row ->
            rows.computeIfAbsent(row.uscc(), _ -> new ArrayList<>())
                .add(new FactRow(row.row(), row.values())));
    return rows.entrySet().stream()
        .map(entry -> new Contribution(version, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, EnterpriseFacts> merged(List<Contribution> contributions) {
    var tables = new ZoneTables();
    var table = new FactsTable(tables.client(), tables.facts());
    contributions.stream()
        .collect(groupingBy(Contribution::file, LinkedHashMap::new, toList()))
        .values()
        .forEach(table::put);
    var facts = new TreeMap<String, EnterpriseFacts>();
    table.scan(0, 1, enterprise -> facts.put(enterprise.uscc(), enterprise));
    return facts;
  }
}
