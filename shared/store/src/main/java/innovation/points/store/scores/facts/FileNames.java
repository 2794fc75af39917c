package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of files that the facts of a generation came from. All rows name the same few files,
 * whose keys and versions would make up half of each row; they stand once beside the generation, in
 * the list {@link #FILES}, and rows call them by their numbers there. While a run is under way and
 * the list is not complete, they go by names. Immutable.
 */
public final class FileNames {

  /** 48 bits: among ten thousand files the odds of two with one name are one to five million. */
  private static final int BYTES = 6;

  /** Every version of a file that the rows of the generation name, by key. */
  public static final StoredLists.Kind<Source> FILES =
      new StoredLists.Kind<>("files", Source.class);

  private final List<Source> files;
  private final Map<String, Integer> byName;

  /** A version of a file. */
  public record Source(String key, String version) {

    /** What rows of a run under way call it. */
    public String name() {
      byte[] digest = Sha256.of(key + "\n" + version);
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }
  }

  private FileNames(List<Source> files, Map<String, Integer> byName) {
    this.files = List.copyOf(files);
    this.byName = byName;
  }

  /**
   * The files of a generation in the order of its list.
   *
   * @throws IllegalStateException where two of them have one name
   */
  public static FileNames of(Iterable<Source> files) {
    var all = new ArrayList<Source>();
    var byName = new HashMap<String, Integer>();
    for (Source file : files) {
      Integer other = byName.put(file.name(), all.size());
      if (other != null && !all.get(other).equals(file)) {
        throw new IllegalStateException(
            "versions %s and %s of files have one name"
                .formatted(all.get(other).version(), file.version()));
      }
      all.add(file);
    }
    return new FileNames(all, byName);
  }

  /** The file of a name. */
  public Source named(String name) {
    Integer number = byName.get(name);
    if (number == null) {
      throw new IllegalStateException("no file is known by the name " + name);
    }
    return files.get(number);
  }

  /** The number of a file in the list. */
  public int number(Source file) {
    Integer number = byName.get(file.name());
    if (number == null) {
      throw new IllegalStateException(
          "expected a file that the run has read, found " + file.version());
    }
    return number;
  }

  /** The files with these numbers; empty where one is not in the list. */
  public Optional<List<Source>> numbered(int[] numbers) {
    for (int number : numbers) {
      if (number >= files.size()) {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.stream(numbers).mapToObj(files::get).toList());
  }
}
