package innovation.points.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One log file per function, as the cloud has one log group per function. */
final class FunctionLogs {

  private final @Nullable Path folder;
  private final InstantSource clock;

  FunctionLogs(@Nullable Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Consumer<String> of(String function) {
    if (folder == null) {
      return _ -> {};
    }
    Path file = folder.resolve(function + ".log");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return message -> append(file, message);
  }

  private synchronized void append(Path file, String message) {
    try {
      Files.writeString(
          file,
          clock.instant() + " " + message.stripTrailing() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
