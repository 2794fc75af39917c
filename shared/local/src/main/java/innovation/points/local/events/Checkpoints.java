package innovation.points.local.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The position read in each shard of the streams, optionally kept in a file. */
final class Checkpoints {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path file;
  private final Map<String, String> positions;
  private final String reader;

  /**
   * @param file null: in memory only
   */
  Checkpoints(@Nullable Path file) {
    this.file = file;
    this.positions = new TreeMap<>();
    this.reader = "";
    if (file != null && Files.exists(file)) {
      try {
        positions.putAll(
            JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Checkpoints(Checkpoints shared, String reader) {
    this.file = shared.file;
    this.positions = shared.positions;
    this.reader = reader + "/";
  }

  /** Those of another reader of the same streams, in the same file. */
  Checkpoints named(String other) {
    return new Checkpoints(this, other);
  }

  Optional<String> of(String shard) {
    synchronized (positions) {
      return Optional.ofNullable(positions.get(reader + shard));
    }
  }

  void set(String shard, String sequenceNumber) {
    synchronized (positions) {
      positions.put(reader + shard, sequenceNumber);
      save();
    }
  }

  private void save() {
    if (file == null) {
      return;
    }
    try {
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Files.write(written, JSON.writeValueAsBytes(positions));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
