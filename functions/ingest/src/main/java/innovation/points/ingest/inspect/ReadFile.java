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
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was read of a version of a file, as a temporary file until it is closed.
 *
 * @param file as {@code RowsWriter} writes it
 */
public record ReadFile(Dataset dataset, Path file) implements AutoCloseable {

  /** Hands over its good rows in the order of the file. */
  void forEachAccepted(Consumer<AcceptedRow> consumer) throws IOException {
    Set<String> names = dataset.fields().stream().map(Field::name).collect(Collectors.toSet());
    new RowsReader(dataset)
        .forEachRow(
            Files.newInputStream(file),
            row -> {
              if (row.accepted()) {
                String uscc = row.uscc().orElseThrow();
                consumer.accept(new AcceptedRow(row.row(), uscc, known(row.values(), names)));
              }
            });
  }

  /** Without what only the year's own form has. */
  private static Map<String, Value> known(Map<String, Value> values, Set<String> names) {
    if (names.containsAll(values.keySet())) {
      return values;
    }
    var known = new HashMap<>(values);
    known.keySet().retainAll(names);
    return known;
  }

  /** Its size in bytes, which is the same whenever it is read. */
  long size() throws IOException {
    return Files.size(file);
  }

  /** The name of an enterprise, as one of its rows says; empty where it does not. */
  static String name(AcceptedRow row) {
    return row.values().get("name") instanceof Value.Text(String name) ? name : "";
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
