package innovation.points.store.scores;

import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A published year beside its draft, which is what the facts of today would give. Thread-safe. */
public final class Editions {

  /** The order in which both editions are listed. */
  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(ScoreKeys::shard).thenComparing(Comparator.naturalOrder());

  private final ScoresTable scores;

  public Editions(ScoresTable scores) {
    this.scores = scores;
  }

  /**
   * One enterprise in both; at least one is there.
   *
   * @param published null where it was not on the roster when the year was published
   * @param draft null where it is not on the roster now
   */
  public record Pair(String uscc, @Nullable ScoreRow published, @Nullable ScoreRow draft) {}

  /**
   * Part of the two, in an order that does not change.
   *
   * @param size how many rows of each are read; a page has up to twice as many pairs
   * @param after the last enterprise of the page before; null for the first page
   */
  public StoredPage<Pair> page(int year, String generation, int size, @Nullable String after) {
    StoredPage<ScoreRow> published = scores.rows(generation, RowFilter.ALL, size, after);
    StoredPage<ScoreRow> drafts = scores.drafts(year, RowFilter.ALL, size, after);
    Map<String, ScoreRow> left = byEnterprise(published);
    Map<String, ScoreRow> right = byEnterprise(drafts);
    // What comes after the end of a page that was cut may have its other half on the next one.
    String bound = earlier(last(published), last(drafts));
    var pairs = new ArrayList<Pair>();
    Stream.concat(left.keySet().stream(), right.keySet().stream())
        .distinct()
        .filter(uscc -> bound == null || ORDER.compare(uscc, bound) <= 0)
        .sorted(ORDER)
        .forEach(uscc -> pairs.add(new Pair(uscc, left.get(uscc), right.get(uscc))));
    return new StoredPage<>(pairs, bound);
  }

  private static @Nullable String last(StoredPage<ScoreRow> page) {
    return page.next() == null ? null : page.items().getLast().uscc();
  }

  private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  private static Map<String, ScoreRow> byEnterprise(StoredPage<ScoreRow> page) {
    List<ScoreRow> rows = page.items();
    var map = HashMap.<String, ScoreRow>newHashMap(rows.size());
    rows.forEach(row -> map.put(row.uscc(), row));
    return map;
  }
}
