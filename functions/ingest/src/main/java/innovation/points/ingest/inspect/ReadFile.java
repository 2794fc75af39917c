package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.report.RowsReader;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was read of a version of a file, as a temporary file until it is closed.
 *
 * @param file as {@code RowsWriter} writes it
 */
public record ReadFile(Dataset dataset, Path file) implements AutoCloseable {

  /** Hands over its good rows in the order of the file. */
  void forEachAccepted(Consumer<AcceptedRow> consumer) throws IOException {
    new RowsReader(dataset)
        .forEachRow(
            Files.newInputStream(file),
            row -> {
              if (row.accepted()) {
                String uscc = row.uscc().orElseThrow();
                consumer.accept(new AcceptedRow(row.row(), uscc, known(row.values())));
              }
            });
  }

  /** Without what only the year's own form has. */
  private Map<String, Value> known(Map<String, Value> values) {
    boolean all = values.keySet().stream().allMatch(name -> dataset.field(name).isPresent());
    if (all) {
      return values;
    }
    var known = new HashMap<>(values);
    known.keySet().removeIf(name -> dataset.field(name).isEmpty());
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
