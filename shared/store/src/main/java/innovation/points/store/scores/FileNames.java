package innovation.points.store.scores;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.table.StoredLists;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a generation call the versions of files their facts came from. All rows name the
 * same few files, whose keys and versions would make up half of each row; they stand once beside
 * the generation, in the list {@link #FILES}. Immutable.
 */
public final class FileNames {

  /** 48 bits: among ten thousand files the odds of two with one name are one to five million. */
  private static final int BYTES = 6;

  /** Every version of a file that the rows of the generation name, by key. */
  public static final StoredLists.Kind<Source> FILES =
      new StoredLists.Kind<>("files", Source.class);

  private final Map<String, Source> sources;

  /** A version of a file. */
  public record Source(String key, String version) {

    /** What rows call it. */
    String name() {
      byte[] digest = Sha256.of(key + "\n" + version);
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }
  }

  private FileNames(Map<String, Source> sources) {
    this.sources = sources;
  }

  /**
   * The names of some files.
   *
   * @throws IllegalStateException where two of them have one name
   */
  public static FileNames of(Iterable<Source> files) {
    var sources = new HashMap<String, Source>();
    for (Source file : files) {
      Source other = sources.put(file.name(), file);
      if (other != null && !other.equals(file)) {
        throw new IllegalStateException(
            "versions %s and %s of files have one name".formatted(other.version(), file.version()));
      }
    }
    return new FileNames(sources);
  }

  Optional<Source> find(String name) {
    return Optional.ofNullable(sources.get(name));
  }
}
