package innovation.points.store.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next what to pass as {@code after} to go on; null where nothing follows
 */
public record StoredPage<T>(List<T> items, @Nullable String next) {
  public StoredPage {
    items = List.copyOf(items);
  }
}
