package innovation.points.store.scores.facts;

import innovation.points.store.scores.facts.FileNames.Source;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file names of generations, read when the facts of a row are first opened and kept for a few
 * generations: a complete generation does not change. Thread-safe.
 */
public final class NamedFiles {

  private static final int KEPT = 8;

  private final StoredLists lists;
  private final Map<String, FileNames> known = new LinkedHashMap<>();

  public NamedFiles(StoredLists lists) {
    this.lists = lists;
  }

  /**
   * Some files of a generation by their numbers.
   *
   * @throws IllegalStateException for a number that the generation does not know
   */
  public List<Source> of(String generation, int[] numbers) {
    FileNames names = names(generation);
    Optional<List<Source>> found = names == null ? Optional.empty() : names.numbered(numbers);
    // Read before the generation was complete: then it is read again.
    return found
        .or(() -> load(generation).numbered(numbers))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "generation %s does not list all files of a score".formatted(generation)));
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
