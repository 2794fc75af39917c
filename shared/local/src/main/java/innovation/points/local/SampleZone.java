package innovation.points.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.sync.RequestBody;

/** The files under {@code events/uploads/}, as departments would upload them. */
public final class SampleZone {

  private static final String ROSTERS = "uploads/science/enterprises/";

  private final Path events;

  /**
   * A sample zone.
   *
   * @param events the folder {@code events} of the repository
   */
  public SampleZone(Path events) {
    this.events = events;
  }

  /** The bucket's keys, in order. */
  public List<String> keys() {
    Path uploads = events.resolve("uploads");
    if (!Files.isDirectory(uploads)) {
      return List.of();
    }
    try (var files = Files.walk(uploads)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> events.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The years with a roster, oldest first. */
  SortedSet<Integer> years() {
    var years = new TreeSet<Integer>();
    for (String key : keys()) {
      if (key.startsWith(ROSTERS)) {
        years.add(Integer.parseInt(key.substring(ROSTERS.length()).split("/", 2)[0]));
      }
    }
    return years;
  }

  public void upload(LocalStack stack, String key) {
    stack
        .s3()
        .client()
        .putObject(
            r -> r.bucket(LocalStack.BUCKET).key(key), RequestBody.fromFile(events.resolve(key)));
  }
}
