package innovation.points.store.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next what to pass as {@code after} to go on; null where nothing follows
 */
public record StoredPage<T>(List<T> items, @Nullable String next) {
  private static final int BATCH = 500;

  public StoredPage {
    items = List.copyOf(items);
  }

  /** Reads a part of a list. */
  @FunctionalInterface
  public interface Reader<T> {
    StoredPage<T> read(int limit, @Nullable String after);
  }

  /** Walks through a whole list, read in batches. */
  public static <T> void forEach(Reader<T> reader, Consumer<T> use) {
    String after = null;
    do {
      StoredPage<T> page = reader.read(BATCH, after);
      page.items().forEach(use);
      after = page.next();
    } while (after != null);
  }

  /**
   * As many entries as wanted, read in batches.
   *
   * @param most of the entries
   * @param after where reading begins, null for the beginning
   */
  public static <T> StoredPage<T> upTo(int most, @Nullable String after, Reader<T> reader) {
    var items = new ArrayList<T>();
    String next = after;
    do {
      StoredPage<T> page = reader.read(Math.min(BATCH, most - items.size()), next);
      items.addAll(page.items());
      next = page.next();
    } while (next != null && items.size() < most);
    return new StoredPage<>(items, next);
  }
}
