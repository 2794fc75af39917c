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
  private final Map<String, String> positions = new TreeMap<>();

  /**
   * @param file null: in memory only
   */
  Checkpoints(@Nullable Path file) {
    this.file = file;
    if (file != null && Files.exists(file)) {
      try {
        positions.putAll(
            JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  synchronized Optional<String> of(String shard) {
    return Optional.ofNullable(positions.get(shard));
  }

  synchronized void set(String shard, String sequenceNumber) {
    positions.put(shard, sequenceNumber);
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
