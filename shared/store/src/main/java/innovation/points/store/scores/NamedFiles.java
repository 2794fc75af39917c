package innovation.points.store.scores;

import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file names of generations, read when a row's trace is first opened and kept for a few
 * generations: a complete generation does not change. Thread-safe.
 */
final class NamedFiles {

  private static final int KEPT = 8;

  private final StoredLists lists;
  private final Map<String, FileNames> known = new LinkedHashMap<>();

  NamedFiles(StoredLists lists) {
    this.lists = lists;
  }

  /**
   * What the names in the rows of a generation stand for.
   *
   * @return finds a file by its name; throws an {@link IllegalStateException} for one that the
   *     generation does not know
   */
  Function<String, Source> of(String generation) {
    return name -> {
      FileNames names = names(generation);
      Optional<Source> found = names == null ? Optional.empty() : names.find(name);
      // Read before the generation was complete: then it is read again.
      return found
          .or(() -> load(generation).find(name))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "generation %s knows no file by the name %s".formatted(generation, name)));
    };
  }

  private synchronized @Nullable FileNames names(String generation) {
    return known.get(generation);
  }

  private FileNames load(String generation) {
    var files = new ArrayList<Source>();
    String after = null;
    do {
      var page = lists.read(generation, FileNames.FILES, Integer.MAX_VALUE, after);
      files.addAll(page.items());
      after = page.next();
    } while (after != null);
    FileNames names = FileNames.of(files);
    keep(generation, names);
    return names;
  }

  private synchronized void keep(String generation, FileNames names) {
    known.put(generation, names);
    if (known.size() > KEPT) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
