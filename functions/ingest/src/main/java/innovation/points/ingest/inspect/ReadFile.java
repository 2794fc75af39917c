package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.report.RowsReader;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was read of a version of a file: a temporary file until this is closed, its good rows in
 * memory where they are few and were just read, or both.
 *
 * @param bytes of the temporary file, the same whenever the version is read
 * @param file as {@code RowsWriter} writes it
 * @param rows its good rows in the order of the file
 */
public record ReadFile(
    Dataset dataset, long bytes, Optional<Path> file, Optional<List<AcceptedRow>> rows)
    implements AutoCloseable {

  /** As it was kept. */
  static ReadFile of(Dataset dataset, Path file) throws IOException {
    return new ReadFile(dataset, Files.size(file), Optional.of(file), Optional.empty());
  }

  /** The same without the temporary file; none where that alone has its rows. */
  Optional<ReadFile> inMemory() {
    return rows.map(_ -> new ReadFile(dataset, bytes, Optional.empty(), rows));
  }

  /** Hands over its good rows in the order of the file. */
  void forEachAccepted(Consumer<AcceptedRow> consumer) throws IOException {
    Set<String> names = dataset.fields().stream().map(Field::name).collect(Collectors.toSet());
    if (rows.isPresent()) {
      rows.get().forEach(row -> consumer.accept(known(row, names)));
      return;
    }
    new RowsReader(dataset)
        .forEachRow(
            Files.newInputStream(file.orElseThrow()),
            row -> {
              if (row.accepted()) {
                String uscc = row.uscc().orElseThrow();
                consumer.accept(known(new AcceptedRow(row.row(), uscc, row.values()), names));
              }
            });
  }

  /** Without what only the year's own form has. */
  private static AcceptedRow known(AcceptedRow row, Set<String> names) {
    if (names.containsAll(row.values().keySet())) {
      return row;
    }
    Map<String, Value> known = new HashMap<>(row.values());
    known.keySet().retainAll(names);
    return new AcceptedRow(row.row(), row.uscc(), known);
  }

  /** The name of an enterprise, as one of its rows says; empty where it does not. */
  static String name(AcceptedRow row) {
    return row.values().get("name") instanceof Value.Text(String name) ? name : "";
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
